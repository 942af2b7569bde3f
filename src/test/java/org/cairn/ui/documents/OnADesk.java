package org.cairn.ui.documents;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.archive.OpenArchive;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Words;

/// A real archive with a desk before it, and where the person was led.
public final class OnADesk implements AutoCloseable {

    public final OpenArchive open;
    public final DirectTasks direct = new DirectTasks();
    public final List<Place> led = new ArrayList<>();
    public final Desk desk;

    public OnADesk(Path parent) {
        this.open = new OpenArchive(parent);
        this.desk = with(direct);
    }

    /// The same archive, with work done another way.
    public Desk with(Tasks tasks) {
        return new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                led::add);
    }

    @Override
    public void close() {
        open.close();
    }
}
