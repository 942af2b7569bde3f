package org.cairn.ui.welcome;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.crypto.Passphrases;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Making a new archive in four steps: name and place, who and by which passphrase, recovery kit, done.
public final class NewArchiveViewModel {

    /// How many steps there are.
    public static final int STEPS = 4;

    private static final int NAME_STEP = 0;
    private static final int KIT_STEP = 2;
    private static final int DONE_STEP = 3;
    /// A passphrase that scores less is not taken.
    static final int LEAST_SCORE = 2;

    private final Doorway doorway;
    private final ErrorMessages errors;
    private final IntegerProperty step = new SimpleIntegerProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty parent = new SimpleStringProperty(System.getProperty("user.home", ""));
    private final StringProperty user = new SimpleStringProperty("");
    private final IntegerProperty strength = new SimpleIntegerProperty(-1);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private @Nullable Archive made;
    private Optional<RecoveryKitViewModel> kit = Optional.empty();

    public NewArchiveViewModel(Doorway doorway) {
        this.doorway = doorway;
        this.errors = new ErrorMessages(doorway.words());
    }

    /// Which step one is at, from 0.
    public IntegerProperty stepProperty() {
        return step;
    }

    /// What the archive is called.
    public StringProperty nameProperty() {
        return name;
    }

    /// The folder it will be made in.
    public StringProperty parentProperty() {
        return parent;
    }

    /// Who makes it.
    public StringProperty userProperty() {
        return user;
    }

    /// How strong the passphrase is, 0 to 4; -1 while there is none.
    public IntegerProperty strengthProperty() {
        return strength;
    }

    /// Whether the archive is being made.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// What is missing or went wrong.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// The recovery kit of the archive that was made.
    public Optional<RecoveryKitViewModel> kit() {
        return kit;
    }

    /// Where the archive will be.
    public Path folder() {
        String safe = name.get()
                .strip()
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+", " ")
                .strip();
        return Path.of(parent.get().strip(), safe + ".cairn");
    }

    /// Measures a passphrase while it is typed. The characters are wiped.
    public void measure(char[] passphrase) {
        strength.set(
                passphrase.length == 0 ? -1 : Passphrases.strength(passphrase).score());
        Arrays.fill(passphrase, '\0');
    }

    /// Goes on from the first step, or says what is missing.
    public void next() {
        told.set(null);
        if (step.get() == NAME_STEP && (name.get().isBlank() || parent.get().isBlank())) {
            tell("create.nameMissing");
        } else {
            step.set(step.get() + 1);
        }
    }

    /// Goes back a step.
    public void back() {
        told.set(null);
        step.set(Math.max(0, step.get() - 1));
    }

    /// Makes the archive. Both passphrases are wiped in every case.
    public void create(char[] passphrase, char[] again) {
        told.set(null);
        boolean same = Arrays.equals(passphrase, again);
        // measured on the copy: an estimate may wipe what it was given, and the archive must get what was typed
        int score = Passphrases.strength(again).score();
        Arrays.fill(again, '\0');
        if (user.get().isBlank()) {
            Arrays.fill(passphrase, '\0');
            tell("create.userMissing");
            return;
        }
        if (!same || score < LEAST_SCORE) {
            Arrays.fill(passphrase, '\0');
            tell(same ? "create.tooWeak" : "create.notTheSame");
            return;
        }
        busy.set(true);
        Path where = folder();
        String what = name.get().strip();
        String who = user.get().strip();
        doorway.tasks()
                .fetch(
                        () -> {
                            try {
                                doorway.beforeOpening().run();
                                return Archives.create(where, what, who, passphrase, doorway.environment());
                            } finally {
                                Arrays.fill(passphrase, '\0');
                            }
                        },
                        archive -> {
                            busy.set(false);
                            made = archive;
                            kit = Optional.of(new RecoveryKitViewModel(
                                    archive,
                                    doorway.tasks(),
                                    doorway.words(),
                                    doorway.environment().random(),
                                    () -> step.set(DONE_STEP)));
                            step.set(KIT_STEP);
                        },
                        failure -> {
                            busy.set(false);
                            told.set(errors.tell(failure));
                        });
    }

    /// Goes into the archive that was made.
    public void enter() {
        Archive archive = made;
        if (archive != null) {
            made = null;
            kit.ifPresent(RecoveryKitViewModel::close);
            doorway.opened().accept(archive);
        }
    }

    private void tell(String key) {
        var words = doorway.words().of("shell");
        told.set(Told.warning(words.text(key), words.text(key + ".do")));
    }
}
