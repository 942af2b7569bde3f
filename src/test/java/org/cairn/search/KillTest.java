package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    @TempDir
    private Path folder;

    @Test
    void keepsEverythingItSaidWasCommittedWhenItsProcessIsKilled() throws IOException, InterruptedException {
        int said = 0;
        for (int goal : new int[] {3, 12, 25}) {
            said = killAfter(goal);
            try (PassageIndex index = Passages.open(folder)) {
                assertThat(index.startedEmpty()).isFalse();
                assertThat(index.appliedSequence()).isGreaterThanOrEqualTo(said);
                assertThat(Passages.found(index, "word" + said)).containsExactly("E-%04d".formatted(said));
                assertThat(index.passages()).isEqualTo(2 * Math.max(index.appliedSequence(), highest(index)));
                assertThat(index.check(Progress.none())).isEmpty();
            }
        }
        assertThat(said).isGreaterThanOrEqualTo(25);
    }

    private static long highest(PassageIndex index) {
        return Passages.ask(index, "").total();
    }

    private int killAfter(int goal) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplyUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int said = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null && said < goal; line = lines.readLine()) {
                said = Integer.parseInt(line);
            }
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        return said;
    }
}
