package org.cairn.ui.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.audio.Ffmpeg;
import org.cairn.audio.Player;
import org.cairn.audio.Sound;
import org.cairn.audio.Waveform;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/// A recording that is listened to.
public final class PlayerViewModel implements AutoCloseable {

    /// Back to what was not understood.
    public static final double BACK_SECONDS = 5;

    private static final int PARTS = 1_200;
    private static final Duration LOOK_EVERY = Duration.ofMillis(80);

    private final Desk desk;
    private final Reference recording;
    private final DoubleProperty position = new SimpleDoubleProperty();
    private final DoubleProperty seconds = new SimpleDoubleProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Waveform> waveform = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Player.@Nullable State last;
    private @Nullable Player player;
    private Tasks.@Nullable Timer timer;
    private boolean opening;
    private double from = -1;
    private boolean playAtOnce;

    public PlayerViewModel(Desk desk, Reference recording) {
        this.desk = desk;
        this.recording = recording;
        speed.subscribe(now -> {
            Player open = player;
            if (open != null) {
                open.speed(now.doubleValue());
            }
        });
    }

    /// What is listened to.
    public Reference recording() {
        return recording;
    }

    /// The second that is heard.
    public DoubleProperty positionProperty() {
        return position;
    }

    /// How long it is; 0 while that is not known.
    public DoubleProperty secondsProperty() {
        return seconds;
    }

    /// 1 as it was spoken.
    public DoubleProperty speedProperty() {
        return speed;
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /// Whether it can be played.
    public BooleanProperty readyProperty() {
        return ready;
    }

    /// How loud it is from beginning to end, as far as it was looked at.
    public ObjectProperty<@Nullable Waveform> waveformProperty() {
        return waveform;
    }

    /// Why it cannot be heard: a code of the message file `sound` (`trouble.<code>`), or empty.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// Opens the recording, once; looking at it is written down where it is closely kept.
    public void open() {
        if (opening) {
            return;
        }
        opening = true;
        desk.tasks().look(this::sound, this::opened, failure -> trouble.set("failed"));
    }

    private Optional<Sound> sound() throws IOException {
        return Sound.open(desk.archive().evidence().bytes(recording));
    }

    private void opened(Optional<Sound> sound) {
        if (closed.get() || sound.isEmpty()) {
            trouble.set(sound.isPresent() ? "" : Ffmpeg.program().isPresent() ? "kind" : "decoder");
            sound.ifPresent(PlayerViewModel::close);
            return;
        }
        Player opened = new Player(sound.get(), state -> last = state);
        opened.speed(speed.get());
        player = opened;
        seconds.set(opened.seconds());
        ready.set(true);
        timer = desk.tasks().every(LOOK_EVERY, this::look);
        if (from >= 0) {
            opened.seek(from);
        }
        if (playAtOnce) {
            opened.play();
        }
        look();
        desk.tasks().look(this::looked, waveform::set, failure -> {});
    }

    private Waveform looked() throws IOException {
        try (Sound sound = sound().orElseThrow()) {
            return Waveform.of(sound, PARTS, this::sofar, closed::get);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void sofar(Waveform known) {
        Platform.runLater(() -> waveform.set(known));
    }

    private static void close(Sound sound) {
        try {
            sound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look() {
        Player open = player;
        if (open == null) {
            return;
        }
        position.set(open.position());
        playing.set(open.playing());
        Player.State told = last;
        if (told != null && (told.noDevice() || told.failed())) {
            trouble.set(told.failed() ? "failed" : "noLoudspeaker");
            ready.set(false);
        }
    }

    public void playOrPause() {
        Player open = player;
        if (open == null) {
            playAtOnce = true;
            open();
        } else if (open.playing()) {
            open.pause();
        } else {
            open.play();
        }
        look();
    }

    public void pause() {
        Player open = player;
        if (open != null) {
            open.pause();
            look();
        }
    }

    /// Plays from a second.
    public void playFrom(double second) {
        Player open = player;
        if (open == null) {
            from = second;
            playAtOnce = true;
            open();
        } else {
            open.seek(second);
            open.play();
            look();
        }
    }

    /// The second that it is opened at; none from the beginning.
    public OptionalDouble opensAt() {
        return from >= 0 ? OptionalDouble.of(from) : OptionalDouble.empty();
    }

    /// Goes to a second, and plays there where it played before.
    public void goTo(double second) {
        Player open = player;
        if (open == null) {
            from = second;
        } else {
            open.seek(second);
            look();
        }
    }

    /// Five seconds back.
    public void back() {
        goTo(position.get() - BACK_SECONDS);
    }

    /// Five seconds on.
    public void on() {
        goTo(position.get() + BACK_SECONDS);
    }

    @Override
    public void close() {
        closed.set(true);
        Tasks.Timer running = timer;
        if (running != null) {
            running.close();
        }
        Player open = player;
        if (open != null) {
            open.close();
        }
    }
}
