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
