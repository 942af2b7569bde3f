package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CrashTest {

    @TempDir
    Path folder;

    @Test
    void hasEverythingThatWasAcknowledgedAfterBeingKilled() throws Exception {
        Path file = folder.resolve("records.db");
        Store.create(file, Samples.key()).close();
        Random random = new Random(11);
        List<String> acknowledged = new ArrayList<>();
        for (int life = 0; life < 3; life++) {
            acknowledged.addAll(killAfter(file, 20 + random.nextInt(60)));
            try (Store store = Store.open(file, Samples.key())) {
                for (String reference : acknowledged) {
                    store.read(view -> assertThat(view.history(Reference.parse(reference)))
                            .as(reference)
                            .hasSize(1));
                }
                assertThat(store.check()).isEmpty();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(55).doesNotHaveDuplicates();
    }

    /// What the program said until it was killed in the middle of its work.
    static List<String> killAfter(Path file, int records) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepingForEver.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = program.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (said.size() == records) {
                    program.toHandle().destroyForcibly();
                }
            }
        }
        program.waitFor();
        // the last line may have been cut off
        return said.stream()
                .filter(line -> Reference.tryParse(line).isPresent())
                .toList();
    }
}
