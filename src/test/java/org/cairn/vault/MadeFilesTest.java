package org.cairn.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cairn.vault.VaultOnDisk.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.crypto.SealBrokenException;
import org.cairn.crypto.Secret;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFilesTest {

    @TempDir
    private Path temp;

    private Path folder;
    private MadeFiles made;

    @BeforeEach
    void open() {
        folder = temp.resolve("made");
        made = with(1L << 20);
    }

    @AfterEach
    void close() {
        made.close();
    }

    private MadeFiles with(long most) {
        try (Secret key = Secret.of(new byte[32])) {
            return new MadeFiles(folder, key, new SecureRandom(), most);
        }
    }

    @Test
    void givesBackWhatWasMadeAlsoToTheNextRun() throws Exception {
        byte[] pages = bytes(200_000);
        assertThat(made.find("pages of one")).isEmpty();

        assertThat(all(keep("pages of one", pages))).isEqualTo(pages);
        made.close();
        made = with(1L << 20);

        assertThat(all(made.find("pages of one").orElseThrow())).isEqualTo(pages);
        assertThat(made.find("pages of another")).isEmpty();
    }

    @Test
    void takesTheLaterForTheEarlier() throws Exception {
        keep("one", bytes(10)).close();
        keep("one", "later".getBytes(ISO_8859_1)).close();

        assertThat(new String(all(made.find("one").orElseThrow()), ISO_8859_1)).isEqualTo("later");
        assertThat(files()).hasSize(1);
    }

    @Test
    void writesNothingInClear() throws Exception {
        keep("one", "a secret line ".repeat(2_000).getBytes(ISO_8859_1)).close();

        assertThat(new String(Files.readAllBytes(files().getFirst()), ISO_8859_1))
                .doesNotContain("secret line")
                .doesNotContain("one ");
        assertThat(files().getFirst().getFileName().toString()).matches("[0-9a-f]{64}");
    }

    @Test
    void noticesFilesThatChangedPlaces() throws Exception {
        keep("one", bytes(100)).close();
        Path first = files().getFirst();
        keep("two", bytes(200)).close();
        Path second =
                files().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        Files.copy(second, first, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(made.find("one")).isEmpty();
    }

    @Test
    void forgetsWhatWasDamagedSoThatItIsMadeAnew() throws Exception {
        keep("cut", bytes(100_000)).close();
        Path file = files().getFirst();
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 50_000));
        assertThat(made.find("cut")).isEmpty();
        assertThat(files()).isEmpty();

        keep("turned", bytes(200_000)).close();
        file = files().getFirst();
        byte[] sealed = Files.readAllBytes(file);
        sealed[1_000] ^= 1;
        Files.write(file, sealed);
        try (SeekableByteChannel open = made.find("turned").orElseThrow()) {
            assertThatExceptionOfType(SealBrokenException.class)
                    .isThrownBy(() -> Channels.newInputStream(open).readAllBytes());
        }
        assertThat(made.find("turned")).isEmpty();
    }

    @Test
    void letsWhatWasLongestNotLookedAtGo() throws Exception {
        made.close();
        made = with(250_000);
        keep("old", bytes(100_000)).close();
        lastLookedAt(files().getFirst(), "2026-01-01T00:00:00Z");
        keep("older", bytes(100_000)).close();
        Path older = files().stream()
                .filter(file -> file.toFile().lastModified()
                        > Instant.parse("2026-01-01T00:00:00Z").toEpochMilli())
                .findFirst()
                .orElseThrow();
        lastLookedAt(older, "2025-01-01T00:00:00Z");
        made.find("old").orElseThrow().close();

        keep("new", bytes(100_000)).close();

        assertThat(made.find("older")).isEmpty();
        assertThat(made.find("old")).isPresent();
        assertThat(made.find("new")).isPresent();
    }

    @Test
    void keepsNothingOfWhatWasBrokenOff() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        Progress stopped = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> made.keep("one", failing, Progress.none()));
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> made.keep("one", new ByteArrayInputStream(bytes(10)), stopped));
        assertThat(files()).isEmpty();
        assertThat(made.find("one")).isEmpty();
    }

    private static void lastLookedAt(Path file, String when) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(when)));
    }

    private SeekableByteChannel keep(String name, byte[] content) throws IOException {
        return made.keep(name, new ByteArrayInputStream(content), Progress.none());
    }

    private static byte[] all(SeekableByteChannel channel) throws IOException {
        try (channel) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
