package org.cairn.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultProcessTest {

    private static final long LARGE = 200L << 20;
    private static final int FULL_LINE = 64;

    @Test
    void takesInTwoHundredMegabytesWithTwentyFourOfMemory(@TempDir Path folder) throws Exception {
        Process process = VaultProcess.start(24, folder, 1, LARGE);
        List<Fingerprint> kept = saidOf(process, Integer.MAX_VALUE);
        assertThat(process.waitFor()).isZero();
        try (VaultOnDisk disk = new VaultOnDisk(folder)) {
            assertThat(kept).hasSize(1);
            assertThat(disk.vault.size(kept.getFirst())).isEqualTo(LARGE);
            assertThat(disk.vault.intact(kept.getFirst(), Progress.none())).isTrue();
        }
    }

    @Test
    void losesNothingItSaidWasKeptWhenKilled(@TempDir Path folder) throws Exception {
        Process process = VaultProcess.start(64, folder, 1_000_000, 300_000);
        List<Fingerprint> kept = saidOf(process, 20);
        assertThat(process.waitFor()).isNotZero();
        try (VaultOnDisk disk = new VaultOnDisk(folder)) {
            assertThat(kept).hasSizeGreaterThanOrEqualTo(20);
            assertThat(kept).allMatch(fingerprint -> disk.vault.intact(fingerprint, Progress.none()));
            assertThat(folder.resolve("unfinished")).isEmptyDirectory();
        }
    }

    @Test
    void givesAFileItsNameOnlyWhenItIsWholeAlsoWhenKilled(@TempDir Path folder) throws Exception {
        Process process = VaultProcess.start(64, folder, 1_000_000, 300_000);
        int said = saidOf(process, 5).size();
        assertThat(process.waitFor()).isNotZero();
        try (VaultOnDisk disk = new VaultOnDisk(folder)) {
            Set<Fingerprint> named = new HashSet<>();
            for (int i = 0; i < said || disk.vault.has(fingerprint(i)); i++) {
                assertThat(disk.vault.intact(fingerprint(i), Progress.none())).isTrue();
                named.add(fingerprint(i));
            }
            assertThat(disk.vault.strangers(named)).isEmpty();
        }
    }

    private static Fingerprint fingerprint(int number) {
        return Fingerprint.of(readAll(new VaultProcess.Counting(number, 300_000)));
    }

    private static byte[] readAll(InputStream bytes) {
        try {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the process said, to its last line: it is killed once it said as much as `enough`.
    private static List<Fingerprint> saidOf(Process process, int enough) throws IOException {
        List<Fingerprint> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == FULL_LINE) {
                    said.add(new Fingerprint(line));
                }
                if (said.size() == enough) {
                    // Not by Process itself, which would close the pipe and lose what was said meanwhile.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        return said;
    }
}
