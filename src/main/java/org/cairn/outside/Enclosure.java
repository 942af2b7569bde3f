package org.cairn.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What the system puts around a program: no network, no sight of other programs, an end of everything it started when
/// it ends. As much of it as this system grants to this person, found out once.
final class Enclosure {

    private static final String UNSHARE = "/usr/bin/unshare";
    private static final int PATIENCE_SECONDS = 10;

    /// The first process of a room of its own hears no signal it does not ask for: a shell is that one.
    private static final List<String> FIRST = List.of("/bin/sh", "-c", "\"$@\"; exit $?", "sh");

    /// The most that there is first. Who is called root within is nobody else outside.
    private static final List<List<String>> CHOICES = List.of(
            Stream.concat(Stream.of(UNSHARE, "-r", "-n", "-i", "-p", "-f", "--kill-child=KILL", "--"), FIRST.stream())
                    .toList(),
            List.of(UNSHARE, "-r", "-n", "--"),
            List.of());

    private static volatile List<String> found = List.of();
    private static volatile boolean looked;

    private Enclosure() {}

    /// What a command begins with.
    static List<String> around() {
        if (!looked) {
            found = CHOICES.stream().filter(Enclosure::works).findFirst().orElse(List.of());
            looked = true;
        }
        return found;
    }

    /// Whether nothing that runs in it can reach a network.
    static boolean keepsFromNetworks() {
        return around().contains("-n");
    }

    private static boolean works(List<String> choice) {
        if (choice.isEmpty() || !Files.isExecutable(Path.of(UNSHARE))) {
            return choice.isEmpty();
        }
        List<String> command = new ArrayList<>(choice);
        command.add("/bin/true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
