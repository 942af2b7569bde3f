package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.ArchiveException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A creation that came to nothing is no obstacle, and no excuse to take anything else away.
class CreationTest {

    private static final Environment ENVIRONMENT =
            new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path killed;

    @TempDir
    Path temp;

    @Test
    void createsAgainWhereAnEarlierAttemptWasKilled() throws Exception {
        Path folder = temp.resolve("study.cairn");
        killed(folder);
        create(folder).close();
        try (Archive again = Archives.open(folder, "amina", OpenArchive.passphrase(), ENVIRONMENT)) {
            assertThat(again.name()).isEqualTo("Study");
        }
        assertThat(folder.resolve("unfinished")).doesNotExist();
    }

    @Test
    void createsAgainWhereTheDiskFailedTheFirstTime() throws Exception {
        Path folder = temp.resolve("study.cairn");
        // a random source that fails once everything but the key file may be there
        assertThatThrownBy(() -> Archives.create(
                        folder,
                        "Study",
                        "amina",
                        OpenArchive.passphrase(),
                        new Environment(Clock.systemUTC(), new FailingRandom(), new Argon2Cost(64, 1, 1))))
                .isInstanceOf(IllegalStateException.class);
        create(folder).close();
    }

    @Test
    void touchesNothingThatIsNotCertainlyItsOwn() throws Exception {
        for (String stranger : new String[] {"letter.txt", "files/ab", "files/unfinished/x", "index/deep/y"}) {
            Path folder = temp.resolve("study" + stranger.length() + ".cairn");
            killed(folder);
            Path theirs = folder.resolve(stranger);
            Files.createDirectories(theirs.getParent());
            Files.writeString(theirs, "somebody's");
            assertRefused(folder);
            assertThat(theirs).hasContent("somebody's");
            assertThat(folder.resolve("records.db")).exists();
        }
    }

    @Test
    void touchesNoArchiveThatLostItsKeyFile() throws Exception {
        Path folder = temp.resolve("study.cairn");
        create(folder).close();
        Files.delete(folder.resolve("archive.json"));
        assertRefused(folder);
        assertThat(folder.resolve("records.db")).exists();
    }

    @Test
    void takesAMarkThatItDidNotWriteForNone() throws Exception {
        Path folder = temp.resolve("study.cairn");
        killed(folder);
        Files.writeString(folder.resolve("unfinished"), "my notes");
        assertRefused(folder);
    }

    @Test
    void neverFollowsALinkOutOfTheFolder() throws Exception {
        Path folder = temp.resolve("study.cairn");
        killed(folder);
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.delete(folder.resolve("files").resolve("unfinished"));
        Files.delete(folder.resolve("files"));
        Files.createSymbolicLink(folder.resolve("files"), outside);
        assertRefused(folder);
        assertThat(outside).exists();
    }

    @Test
    void forgetsAMarkThatACrashLeftOnAFinishedArchive() throws Exception {
        Path folder = temp.resolve("study.cairn");
        killed(folder);
        byte[] mark = Files.readAllBytes(folder.resolve("unfinished"));
        create(folder).close();
        Files.write(folder.resolve("unfinished"), mark);
        assertRefused(folder);
        Archives.open(folder, "amina", OpenArchive.passphrase(), ENVIRONMENT).close();
        assertThat(folder.resolve("unfinished")).doesNotExist();
    }

    private static void assertRefused(Path folder) {
        assertThatThrownBy(() -> create(folder)).isInstanceOf(ArchiveException.AlreadyThere.class);
    }

    private static Archive create(Path folder) {
        return Archives.create(folder, "Study", "amina", OpenArchive.passphrase(), ENVIRONMENT);
    }

    /// What a process leaves that dies before the last step: all but the key file, and whatever marks it.
    private static void killed(Path folder) throws IOException {
        try (Stream<Path> left = Files.walk(killed)) {
            for (Path entry : left.toList()) {
                Files.copy(entry, folder.resolve(killed.relativize(entry).toString()));
            }
        }
    }

    @BeforeAll
    static void killOne() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CreateAndDie.class.getName(),
                        killed.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isEqualTo(CreateAndDie.DIED);
        assertThat(killed.resolve("archive.json")).doesNotExist();
        assertThat(killed.resolve("records.db")).exists();
    }

    /// Gives what founding a key ring takes, and fails when the key file's last seal is made.
    private static final class FailingRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private int asked;

        @Override
        public void nextBytes(byte[] bytes) {
            asked++;
            if (asked > 4) {
                throw new IllegalStateException("no randomness");
            }
            super.nextBytes(bytes);
        }
    }
}
