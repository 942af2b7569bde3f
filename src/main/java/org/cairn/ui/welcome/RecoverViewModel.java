package org.cairn.ui.welcome;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Archives;
import org.cairn.archive.KitMark;
import org.cairn.archive.RecoveryParts;
import org.cairn.crypto.Passphrases;
import org.cairn.crypto.RecoveryShare;
import org.cairn.domain.ArchiveException;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// A new passphrase by the recovery kit, or only checking that the kit opens the archive.
public final class RecoverViewModel {

    private final Doorway doorway;
    private final Path folder;
    private final Messages words;
    private final ErrorMessages errors;
    private final Patience patience;
    private final StringProperty user = new SimpleStringProperty("");
    private final ObjectProperty<Optional<KitMark>> mark = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty strength = new SimpleIntegerProperty(-1);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    public RecoverViewModel(Doorway doorway, Path folder) {
        this.doorway = doorway;
        this.folder = folder;
        this.words = doorway.words().of("shell");
        this.errors = new ErrorMessages(doorway.words());
        this.patience = new Patience(doorway.tasks(), doorway.environment().clock());
    }

    /// Who shall have a new passphrase.
    public StringProperty userProperty() {
        return user;
    }

    /// The kit that the archive has, once [#look] has found one.
    public ObjectProperty<Optional<KitMark>> markProperty() {
        return mark;
    }

    /// How strong the new passphrase is, 0 to 4; -1 while there is none.
    public IntegerProperty strengthProperty() {
        return strength;
    }

    /// Whether an attempt is going on.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// How many seconds must pass before the next attempt, 0 when it may be made.
    public LongProperty waitSecondsProperty() {
        return patience.secondsProperty();
    }

    /// What went wrong, or went well.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Looks which kit the archive has, or says that it has none.
    public void look() {
        doorway.tasks()
                .fetch(
                        () -> Archives.recoveryKit(folder).orElseThrow(ArchiveException.NoRecoveryKit::new),
                        found -> mark.set(Optional.of(found)),
                        failure -> told.set(errors.tell(failure)));
    }

    /// What there is to say about a share as it stands typed: nothing while it is empty.
    ///
    /// @param number which field it is in, from 1
    public Optional<Told> aboutShare(int number, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try (RecoveryShare share = RecoveryParts.share(typed, number)) {
            boolean fits =
                    mark.get().map(kit -> kit.letters().equals(share.kit())).orElse(true);
            return Optional.of(
                    fits
                            ? Told.success(words.text("recover.shareGood", share.number()))
                            : errors.tell(new ArchiveException.RecoveryMistyped("share", number, "otherKit", 0)));
        } catch (ArchiveException.RecoveryMistyped e) {
            return Optional.of(errors.tell(e));
        }
    }

    /// Measures a passphrase while it is typed. The characters are wiped.
    public void measure(char[] passphrase) {
        strength.set(
                passphrase.length == 0 ? -1 : Passphrases.strength(passphrase).score());
        Arrays.fill(passphrase, '\0');
    }

    /// Checks that the kit opens the archive and changes nothing.
    public void rehearse(String phrase, List<String> shares) {
        if (!mayTry()) {
            return;
        }
        busy.set(true);
        doorway.tasks()
                .run(
                        () -> {
                            try (RecoveryParts parts = RecoveryParts.read(phrase, given(shares))) {
                                Archives.rehearse(folder, parts);
                            }
                        },
                        () -> {
                            busy.set(false);
                            told.set(Told.success(words.text("recover.opens")));
                        },
                        this::refused);
    }

    /// Gives the user the new passphrase and unlocks the archive. Both passphrases are wiped in every case.
    public void recover(String phrase, List<String> shares, char[] passphrase, char[] again) {
        if (!mayTry() || !acceptable(passphrase, again)) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        busy.set(true);
        String who = user.get().strip();
        doorway.tasks()
                .fetch(
                        () -> {
                            try (RecoveryParts parts = RecoveryParts.read(phrase, given(shares))) {
                                doorway.beforeOpening().run();
                                return Archives.recover(folder, who, parts, passphrase, doorway.environment());
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

    private boolean mayTry() {
        if (busy.get() || patience.mustWait()) {
            return false;
        }
        told.set(null);
        return true;
    }

    private boolean acceptable(char[] passphrase, char[] again) {
        boolean same = Arrays.equals(passphrase, again);
        // measured on the copy: an estimate may wipe what it was given
        int score = Passphrases.strength(again).score();
        Arrays.fill(again, '\0');
        if (user.get().isBlank()) {
            tell("recover.userMissing");
        } else if (!same) {
            tell("create.notTheSame");
        } else if (score < NewArchiveViewModel.LEAST_SCORE) {
            tell("create.tooWeak");
        } else {
            return true;
        }
        return false;
    }

    private static List<String> given(List<String> shares) {
        return shares.stream().filter(share -> !share.isBlank()).toList();
    }

    private void refused(Throwable failure) {
        busy.set(false);
        told.set(errors.tell(failure));
        if (failure instanceof ArchiveException.WrongRecovery) {
            patience.wrong();
        }
    }

    private void tell(String key) {
        told.set(Told.warning(words.text(key), words.text(key + ".do")));
    }
}
