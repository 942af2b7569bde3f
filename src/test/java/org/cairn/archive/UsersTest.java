package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Role;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody is let in whole or not at all.
class UsersTest {

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
    void letsNobodyInWhenTheKeyFileCannotBeWritten() throws Exception {
        // a folder in the way of the file that is written first
        Files.createDirectory(open.folder.resolve("archive.json.new"));
        assertThatThrownBy(() -> open.archive.users().add("layla", Set.of(Role.ANALYST), OpenArchive.passphrase()))
                .isInstanceOf(ArchiveException.NotReachable.class);
        assertThat(open.archive.users().list()).extracting(User::name).containsExactly(OpenArchive.USER);
        Files.delete(open.folder.resolve("archive.json.new"));
        assertThat(open.reopenAs("layla", Set.of(Role.ANALYST)).user().name()).isEqualTo("layla");
    }

    @Test
    void letsSomebodyInForGoodAfterACrashInBetween() {
        // killed before the key file was in its place
        open.archive.users().admit("layla", Set.of(Role.ANALYST), OpenArchive.passphrase());
        open.archive.close();
        assertThatThrownBy(() -> Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.WrongPassphrase.class);
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment);
        open.archive.close();
        open.archive = Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "am\tina", "am\nina", "am\rina", "am\u0085ina", "am\u2028ina", "amina\u00a0", "\u0000"
            })
    void refusesANameThatCouldNotBeTypedAgain(String name) {
        assertThatThrownBy(() -> open.archive.users().add(name, Set.of(Role.ANALYST), OpenArchive.passphrase()))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        Path other = temp.resolve("other.cairn");
        assertThatThrownBy(() -> Archives.create(other, "Other", name, OpenArchive.passphrase(), open.environment))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(other).doesNotExist();
    }

    @Test
    void letsNobodyInTwiceHoweverTheNameIsComposed() {
        open.archive.users().add("Zo\u00e9", Set.of(Role.ANALYST), OpenArchive.passphrase());
        for (String same : new String[] {"Zoe\u0301", " ZOE\u0301 ", "zo\u00e9"}) {
            assertThatThrownBy(() -> open.archive.users().add(same, Set.of(Role.ANALYST), OpenArchive.passphrase()))
                    .isInstanceOf(ArchiveException.AlreadyThere.class);
        }
    }

    @Test
    void letsInNamesOfEveryScript() {
        for (String name :
                new String[] {"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u738b \u5c0f\u660e", "O'Neill-Smith"
                }) {
            open.archive.users().add(name, Set.of(Role.ANALYST), OpenArchive.passphrase());
        }
        assertThat(open.archive.users().list()).hasSize(4);
    }

    @Test
    void letsTheNextInAfterSomebodyWhoWasHalfIn() {
        open.archive.users().admit("layla", Set.of(Role.ANALYST), OpenArchive.passphrase());
        open.archive.users().add("omar", Set.of(Role.COUNSEL), OpenArchive.passphrase());
        for (String name : new String[] {"layla", "omar"}) {
            open.archive.close();
            open.archive = Archives.open(open.folder, name, OpenArchive.passphrase(), open.environment);
            assertThat(open.archive.user().name()).isEqualTo(name);
        }
    }
}
