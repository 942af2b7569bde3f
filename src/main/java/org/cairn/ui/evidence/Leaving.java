package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Handover;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The original of an item leaves: asked what for and for whom, then written into a folder.
final class Leaving {

    private final Desk desk;
    private final Consumer<Told> told;
    private final Consumer<Throwable> otherwise;
    private final ObjectProperty<@Nullable ExportViewModel> open = new SimpleObjectProperty<>();

    Leaving(Desk desk, Consumer<Told> told, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.told = told;
        this.otherwise = otherwise;
    }

    /// What is asked, while it is asked.
    ObjectProperty<@Nullable ExportViewModel> openProperty() {
        return open;
    }

    void ask(Reference reference) {
        ExportViewModel asking = new ExportViewModel(desk, reference, failure -> {
            open.set(null);
            otherwise.accept(failure);
        });
        open.set(asking);
        asking.ask();
    }

    void dismiss() {
        open.set(null);
    }

    /// Writes the original bytes into a folder, for what was asked.
    ///
    /// @param then called once they are there
    void write(Path folder, ExportViewModel asked, Consumer<Reference> then) {
        Reference reference = asked.item();
        Handover handover = asked.handover();
        open.set(null);
        desk.tasks()
                .start(
                        text("export.job", reference),
                        progress -> desk.archive().evidence().export(reference, folder, handover, progress),
                        written -> {
                            told.accept(new Told(
                                    Told.Kind.SUCCESS,
                                    text("export.done", reference),
                                    text("export.where", Direction.isolate(written.toString()))));
                            then.accept(reference);
                        },
                        otherwise);
    }

    private String text(String key, Object argument) {
        return desk.words().of("evidence").text(key, argument);
    }
}
