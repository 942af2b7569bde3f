package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.cairn.audio.Tones;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program may be gone at any moment of a recording: all but the last two seconds are there, sample for sample.
class RecordingKillTest {

    private static final int KILLS = 4;
    private static final double MOST_LOST = 2;

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
        witness = open.witness();
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void losesNoMoreThanTwoSecondsHoweverItEnds() throws Exception {
        short[] spoken = Tones.voice(GivenSound.RATE * RecordUntilKilled.SECONDS);
        Random random = new Random(20261128);
        for (int i = 0; i < KILLS; i++) {
            open.archive.close();
            double said = killedAfter(0.7 + 3 * random.nextDouble());
            open.reopen();
            List<Reference> finished = open.archive.recordings().finishedAtOpening();
            assertThat(finished).hasSize(1);
            short[] kept = RecordingsTest.heard(open.archive, finished.getFirst());
            assertThat((double) kept.length / GivenSound.RATE).isGreaterThanOrEqualTo(said - MOST_LOST);
            assertThat(kept).isEqualTo(java.util.Arrays.copyOf(spoken, kept.length));
            assertThat(RecordingsTest.told(open.archive, finished.getFirst(), "RECORDED"))
                    .containsEntry(
                            "interruptedAt",
                            String.format(Locale.ROOT, "%.2f", (double) kept.length / GivenSound.RATE));
        }
        open.reopen();
        assertThat(open.archive.recordings().finishedAtOpening()).isEmpty();
        assertThat(open.archive
                        .records()
                        .list(RecordKind.EVIDENCE, ListQuery.first(100))
                        .total())
                .isEqualTo(KILLS);
        try (Stream<Path> left = Files.list(open.folder.resolve("recordings"))) {
            assertThat(left).isEmpty();
        }
        assertThat(open.archive
                        .custody()
                        .verify(org.cairn.progress.Progress.none())
                        .clean())
                .isTrue();
    }

    /// @return how many seconds had been spoken when it was killed
    private double killedAfter(double seconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordUntilKilled.class.getName(),
                        open.folder.toString(),
                        witness.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double said = 0;
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                said = Double.parseDouble(line);
                if (said >= seconds && process.isAlive()) {
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        }
        process.waitFor();
        return said;
    }
}
