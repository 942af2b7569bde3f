package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void findsEverythingAgainAfterLocking() {
        var witness = open.witness();
        Archive again = open.reopen();
        assertThat(again.name()).isEqualTo("Study");
        assertThat(again.records().open(witness).reference()).isEqualTo(witness);
    }

    @Test
    void refusesAWrongPassphraseAndAWrongNameAlike() {
        open.close();
        var wrongPassphrase = assertThatThrownBy(
                () -> Archives.open(open.folder, OpenArchive.USER, "another sentence".toCharArray(), open.environment));
        var wrongName = assertThatThrownBy(
                () -> Archives.open(open.folder, "nobody", OpenArchive.passphrase(), open.environment));
        wrongPassphrase.isInstanceOf(ArchiveException.WrongPassphrase.class).hasMessage("wrongPassphrase");
        wrongName.isInstanceOf(ArchiveException.WrongPassphrase.class).hasMessage("wrongPassphrase");
    }

    @Test
    void refusesASecondWriter() {
        assertThatThrownBy(
                        () -> Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.InUse.class);
    }

    @Test
    void tellsAnAuditorNothingOfWhatIsClosedButThatItHappened() {
        var closed = open.witness(Protection.SEALED);
        Archive auditor = open.reopenAs("auditor", Set.of(Role.AUDITOR));
        assertThat(auditor.custody().events(Optional.empty(), 0, 1_000))
                .filteredOn(event -> event.subject().equals(Optional.of(closed)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.details()).isEmpty());
    }

    @Test
    void refusesToMakeAnArchiveWhereSomethingStands() {
        assertThatThrownBy(
                        () -> Archives.create(open.folder, "Other", "bo", OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.AlreadyThere.class);
    }

    @Test
    void refusesAPassphraseThatAnybodyGuesses() {
        assertThatThrownBy(() ->
                        Archives.create(temp.resolve("weak"), "Weak", "bo", "1234567".toCharArray(), open.environment))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(temp.resolve("weak")).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNoArchive() {
        assertThatThrownBy(() -> Archives.open(temp, OpenArchive.USER, OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.NotAnArchive.class);
    }

    @Test
    void refusesAFormatOfALaterProgram() throws Exception {
        open.close();
        Path keys = open.folder.resolve("archive.json");
        Files.writeString(keys, Files.readString(keys).replace("\"format\" : 1", "\"format\" : 99"));
        assertThatThrownBy(
                        () -> Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.NewerFormat.class);
    }

    @Test
    void namesADamagedKeyFileInsteadOfBlamingThePassphrase() throws Exception {
        open.close();
        Path keys = open.folder.resolve("archive.json");
        String text = Files.readString(keys);
        int digit = text.indexOf("\"user\" : \"") + 40;
        char other = text.charAt(digit) == '0' ? '1' : '0';
        Files.writeString(keys, text.substring(0, digit) + other + text.substring(digit + 1));
        assertThatThrownBy(
                        () -> Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.Damaged.class)
                .hasMessage("damaged")
                .extracting(e -> ((ArchiveException) e).arguments())
                .isEqualTo(java.util.List.of("keys"));
    }

    @Test
    void letsAnAnalystInWhoSeesNeitherIdentitiesNorWhatIsClosedToThem() {
        var open1 = open.witness();
        var closed = open.witness(Protection.SEALED);
        Archive analyst = open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThat(analyst.records().open(open1).reference()).isEqualTo(open1);
        assertThatThrownBy(() -> analyst.records().open(closed)).isInstanceOf(ArchiveException.NotFound.class);
        assertThat(analyst.records().count(RecordKind.WITNESS)).isEqualTo(1);
        assertThatThrownBy(() -> analyst.witnesses().identity(open1)).isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> analyst.users().add("x", Set.of(Role.OWNER), OpenArchive.passphrase()))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void givesAnIdentityToACustodianOnlyAndWritesTheReadingDown() {
        var witness = open.witnessCalled("Rebiya Example");
        Archive custodian = open.reopenAs("keeper", Set.of(Role.IDENTITY_CUSTODIAN));
        assertThat(custodian.witnesses().identity(witness).orElseThrow().name()).isEqualTo("Rebiya Example");
        assertThat(custodian.custody().events(Optional.of(witness), 0, 100))
                .anyMatch(event ->
                        event.action().equals("IDENTITY_READ") && event.actor().equals("keeper"));
    }
}
