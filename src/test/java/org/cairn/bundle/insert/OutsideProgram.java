package org.cairn.bundle.insert;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Runs qpdf and poppler where they are installed: what strangers read our files with.
public final class OutsideProgram {

    private OutsideProgram() {}

    /// Whether it can be run here.
    public static boolean isInstalled(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// What a program says and how it ends.
    public record Answer(int exit, String words) {}

    /// Runs it to its end; skips the test when it is not installed.
    public static Answer run(Path folder, String... command) throws IOException, InterruptedException {
        assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
        Path words = Files.createTempFile(folder, "words", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        return new Answer(ended ? process.exitValue() : 124, Files.readString(words, StandardCharsets.ISO_8859_1));
    }
}
