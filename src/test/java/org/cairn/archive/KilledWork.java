package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cairn.domain.Reference;

/// A program of its own that works in a closed archive until it is killed, and what it had acknowledged by then.
record KilledWork(List<String> arguments) {

    /// Something that the program was told is kept.
    ///
    /// @param kept its reference, or `bundle`
    /// @param what its words, or where the bundle lies
    record Acknowledged(String kept, String what) {

        static Acknowledged of(String line) {
            String[] parts = line.split("\t", -1);
            return new Acknowledged(parts[0], parts.length > 1 ? parts[1] : "");
        }

        Optional<Reference> reference() {
            return Reference.tryParse(kept);
        }
    }

    static KilledWork of(Path archive, Path papers, Reference witness) {
        return new KilledWork(List.of(archive.toString(), papers.toString(), witness.toString()));
    }

    /// Writing bundles too.
    KilledWork bundling(Reference sealed, Path bundles) {
        return new KilledWork(Stream.concat(arguments.stream(), Stream.of(sealed.toString(), bundles.toString()))
                .toList());
    }

    /// Kills it so long after it has said so many lines.
    List<Acknowledged> killedAfter(int lines, int millis) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkUntilKilled.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Acknowledged> acknowledged = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).startsWith("ready");
            for (int line = 0; line < lines; line++) {
                acknowledged.add(Acknowledged.of(out.readLine()));
            }
            assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
            // through its handle, which leaves open what it has said
            process.toHandle().destroyForcibly();
            // what it said before it was gone counts too
            out.lines().map(Acknowledged::of).forEach(acknowledged::add);
        }
        process.waitFor();
        return acknowledged;
    }
}
