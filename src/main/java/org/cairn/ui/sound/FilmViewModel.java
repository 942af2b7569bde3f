package org.cairn.ui.sound;

import java.io.IOException;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.audio.Footage;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/// What is seen of a film at the second that is heard. One picture is in memory at a time.
public final class FilmViewModel implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(80);

    private final Desk desk;
    private final PlayerViewModel player;
    private final ObjectProperty<@Nullable IntBuffer> picture = new SimpleObjectProperty<>();
    private volatile @Nullable Footage footage;
    private Tasks.@Nullable Timer timer;
    private double shown = -1;
    private boolean looking;
    private volatile boolean closed;

    public FilmViewModel(Desk desk, PlayerViewModel player) {
        this.desk = desk;
        this.player = player;
    }

    /// What is seen; null until something is.
    public ObjectProperty<@Nullable IntBuffer> pictureProperty() {
        return picture;
    }

    /// What is heard with it.
    PlayerViewModel player() {
        return player;
    }

    /// Begins to follow what is heard.
    void open() {
        if (timer == null && !closed) {
            timer = desk.tasks().every(LOOK_EVERY, this::look);
        }
    }

    private void look() {
        double second = player.positionProperty().get();
        if (looking || closed || !player.readyProperty().get() || Math.abs(second - shown) < 0.04) {
            return;
        }
        looking = true;
        shown = second;
        desk.tasks().look(() -> at(second), this::seen, failure -> looking = false);
    }

    private Optional<IntBuffer> at(double second) throws IOException {
        Footage open = footage;
        if (open == null) {
            open = new Footage(desk.archive().evidence().bytes(player.recording()));
            footage = open;
            if (closed) {
                open.close();
            }
        }
        return open.at(second).map(IntBuffer::wrap);
    }

    private void seen(Optional<IntBuffer> image) {
        looking = false;
        image.filter(any -> !closed).ifPresent(picture::set);
    }

    @Override
    public void close() {
        closed = true;
        if (timer != null) {
            timer.close();
        }
        Footage open = footage;
        if (open != null) {
            desk.tasks().run(() -> shut(open), () -> {}, failure -> {});
        }
        picture.set(null);
    }

    private static void shut(Footage open) {
        try {
            open.close();
        } catch (IOException e) {
            // nothing was written to it
        }
    }
}
