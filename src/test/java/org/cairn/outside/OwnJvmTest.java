package org.cairn.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class OwnJvmTest {

    private static final int ENOUGH_SECONDS = 60;

    @TempDir
    private Path folder;

    /// Answers once it runs, and waits until it is ended.
    static final class Waiting {
        public static void main(String[] arguments) throws IOException {
            System.out.println("runs");
            System.in.read();
        }
    }

    @Test
    void leavesNothingOnTheDiskWhereItCrashes() throws Exception {
        Process process = new ProcessBuilder(command(OwnJvm.tellingNothing()))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("runs");
            assertThat(measured(process)).isEmpty();

            new ProcessBuilder("kill", "-SEGV", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            // what it says of the crash
            process.getInputStream().readAllBytes();

            assertThat(process.waitFor(ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).isEmpty();
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /// Where a JVM keeps what it measures of itself, its command line with it.
    private static List<Path> measured(Process process) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("/tmp"))) {
            return folders.filter(one -> one.getFileName().toString().startsWith("hsperfdata_"))
                    .map(one -> one.resolve(String.valueOf(process.pid())))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(OwnJvm.program()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Waiting.class.getName()));
        return command;
    }
}
