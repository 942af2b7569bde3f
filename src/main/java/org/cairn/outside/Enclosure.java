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

    private static final List<String> NO_NETWORK = List.of(UNSHARE, "-r", "-n", "--");

    /// The most that there is first. Who is called root within is nobody else outside.
    private static final List<List<String>> CHOICES = List.of(
            Stream.concat(Stream.of(UNSHARE, "-r", "-n", "-i", "-p", "-f", "--kill-child=KILL", "--"), FIRST.stream())
                    .toList(),
            NO_NETWORK);

    private Enclosure() {}

    /// What a command begins with; nothing where the system grants none of it.
    static List<String> around() {
        return Most.FOUND;
    }

    /// What a command begins with that must go on seeing other processes: no network is all that is put around it.
    static List<String> withoutNetwork() {
        return Network.FOUND;
    }

    /// Whether nothing that runs in it can reach a network.
    static boolean keepsFromNetworks() {
        return !around().isEmpty();
    }

    private static final class Most {
        static final List<String> FOUND = first(CHOICES);
    }

    private static final class Network {
        static final List<String> FOUND = first(List.of(NO_NETWORK));
    }

    private static List<String> first(List<List<String>> choices) {
        return Files.isExecutable(Path.of(UNSHARE))
                ? choices.stream().filter(Enclosure::works).findFirst().orElse(List.of())
                : List.of();
    }

    private static boolean works(List<String> choice) {
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
