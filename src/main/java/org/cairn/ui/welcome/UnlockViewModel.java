package org.cairn.ui.welcome;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.cairn.archive.Archives;
import org.cairn.domain.ArchiveException;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Unlocking one archive: each wrong answer doubles the wait before the next.
public final class UnlockViewModel {

    private final Doorway doorway;
    private final ErrorMessages errors;
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final StringBinding ending;
    private final Patience patience;

    public UnlockViewModel(Doorway doorway) {
        this.doorway = doorway;
        this.errors = new ErrorMessages(doorway.words());
        ObservableList<Job> jobs = doorway.tasks().jobs();
        this.ending = Bindings.createStringBinding(
                () -> jobs.stream().map(Job::title).distinct().collect(Collectors.joining(", ")), jobs);
        this.patience = new Patience(doorway.tasks(), doorway.environment().clock());
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
        return patience.secondsProperty();
    }

    /// What is still being stopped since the lock, in words; empty when the archive is closed.
    public StringExpression endingProperty() {
        return ending;
    }

    /// What went wrong.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Tries to unlock. The characters are wiped in every case.
    public void unlock(char[] passphrase) {
        if (busy.get() || patience.mustWait()) {
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
                            patience.stop();
                            doorway.opened().accept(archive);
                        },
                        this::refused);
    }

    private void refused(Throwable failure) {
        busy.set(false);
        told.set(errors.tell(failure));
        if (failure instanceof ArchiveException.WrongPassphrase) {
            patience.wrong();
        }
    }
}
