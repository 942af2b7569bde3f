package org.cairn.ui.welcome;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Archives;
import org.cairn.domain.ArchiveException;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Unlocking one archive: each wrong answer doubles the wait before the next.
public final class UnlockViewModel {

    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Doorway doorway;
    private final ErrorMessages errors;
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final LongProperty waitSeconds = new SimpleLongProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private int wrong;
    private Instant openAgain = Instant.MIN;
    private Tasks.@Nullable Timer countdown;

    public UnlockViewModel(Doorway doorway) {
        this.doorway = doorway;
        this.errors = new ErrorMessages(doorway.words());
    }

    /// The folder of the archive.
    public StringProperty folderProperty() {
        return folder;
    }

    /// Who unlocks it.
    public StringProperty userProperty() {
        return user;
    }

    /// Whether an attempt is going on.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// How many seconds must pass before the next attempt, 0 when it may be made.
    public LongProperty waitSecondsProperty() {
        return waitSeconds;
    }

    /// What went wrong.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Tries to unlock. The characters are wiped in every case.
    public void unlock(char[] passphrase) {
        if (busy.get() || waitSeconds.get() > 0) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        busy.set(true);
        told.set(null);
        Path where = Path.of(folder.get().strip());
        String who = user.get().strip();
        doorway.tasks()
                .fetch(
                        () -> {
                            try {
                                doorway.beforeOpening().run();
                                return Archives.open(where, who, passphrase, doorway.environment());
                            } finally {
                                Arrays.fill(passphrase, '\0');
                            }
                        },
                        archive -> {
                            busy.set(false);
                            stopCountdown();
                            doorway.opened().accept(archive);
                        },
                        this::refused);
    }

    private void refused(Throwable failure) {
        busy.set(false);
        told.set(errors.tell(failure));
        if (failure instanceof ArchiveException.WrongPassphrase) {
            long wait = Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(wrong, 10));
            wrong++;
            openAgain = doorway.environment().clock().instant().plusSeconds(wait);
            waitSeconds.set(wait);
            stopCountdown();
            countdown = doorway.tasks().every(Duration.ofMillis(250), this::countDown);
        }
    }

    private void countDown() {
        Duration left = Duration.between(doorway.environment().clock().instant(), openAgain);
        waitSeconds.set(Math.max(0, (left.toMillis() + 999) / 1000));
        if (waitSeconds.get() == 0) {
            stopCountdown();
        }
    }

    private void stopCountdown() {
        if (countdown != null) {
            countdown.close();
            countdown = null;
        }
    }
}
