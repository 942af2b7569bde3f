package org.cairn.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewArchiveViewModelTest {

    private static final String PASSPHRASE = "lantern orchard gravel meadow";

    @TempDir
    private Path folder;

    private final Environment environment =
            new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1));
    private final List<Archive> opened = new ArrayList<>();
    private final NewArchiveViewModel model = new NewArchiveViewModel(new Doorway(
            new DirectTasks(),
            new Words(Locale.ENGLISH, ZoneId.of("UTC")),
            new Preferences(),
            environment,
            () -> {},
            opened::add));

    @BeforeEach
    void name() {
        model.nameProperty().set("Night / Harbour");
        model.parentProperty().set(folder.toString());
        model.next();
        model.userProperty().set("amina");
    }

    @AfterEach
    void close() {
        opened.forEach(Archive::close);
    }

    @Test
    void makesAnArchiveThatOpensWithWhatWasTypedAndWithNothingElse() {
        model.create(PASSPHRASE.toCharArray(), PASSPHRASE.toCharArray());
        model.enter();
        opened.forEach(Archive::close);

        Archives.open(model.folder(), "amina", PASSPHRASE.toCharArray(), environment)
                .close();
        assertThat(model.folder().getFileName()).hasToString("Night Harbour.cairn");
    }

    @Test
    void refusesTwoPassphrasesThatDiffer() {
        model.create(PASSPHRASE.toCharArray(), "lantern orchard gravel".toCharArray());

        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
        assertThat(Archives.isArchive(model.folder())).isFalse();
    }

    @Test
    void refusesAPassphraseThatCouldBeGuessed() {
        model.create("password".toCharArray(), "password".toCharArray());

        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
        assertThat(Archives.isArchive(model.folder())).isFalse();
    }

    @Test
    void wipesBothPassphrasesInEveryCase() {
        char[] first = "password".toCharArray();
        char[] second = "password".toCharArray();
        model.create(first, second);
        char[] good = PASSPHRASE.toCharArray();
        model.create(good, PASSPHRASE.toCharArray());

        assertThat(first).containsOnly('\0');
        assertThat(second).containsOnly('\0');
        assertThat(good).containsOnly('\0');
        model.enter();
    }

    @Test
    void refusesToMakeAnArchiveOfNobody() {
        model.userProperty().set(" ");
        model.create(PASSPHRASE.toCharArray(), PASSPHRASE.toCharArray());

        assertThat(model.toldProperty().get()).extracting(Told::kind).isEqualTo(Told.Kind.WARNING);
        assertThat(Archives.isArchive(model.folder())).isFalse();
    }

    @Test
    void proposesARecoveryKitBeforeItIsDone() {
        model.create(PASSPHRASE.toCharArray(), PASSPHRASE.toCharArray());
        assertThat(model.stepProperty().get()).isEqualTo(2);

        RecoveryKitViewModel kit = model.kit().orElseThrow();
        kit.without();
        assertThat(model.stepProperty().get()).isEqualTo(2);
        kit.goOnWithout();

        assertThat(model.stepProperty().get()).isEqualTo(3);
        assertThat(Archives.recoveryKit(model.folder())).isEmpty();
        model.enter();
    }

    @Test
    void staysWhereANameIsMissing() {
        model.stepProperty().set(0);
        model.nameProperty().set(" ");

        model.next();

        assertThat(model.stepProperty().get()).isZero();
        assertThat(model.toldProperty().get()).isNotNull();
    }
}
