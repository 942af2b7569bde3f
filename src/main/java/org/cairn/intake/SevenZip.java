package org.cairn.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.outside.Programs;

/// The program 7-Zip, where somebody has installed it: it lists and unpacks what no library here can.
///
/// It is started by a reading process and ends with it. It may write no file, unpacks to its standard output alone, has
/// its share of memory and of the processor, and sees nothing of the environment. A password goes to its standard
/// input, where nobody else can read it.
final class SevenZip {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final List<String> NAMES = List.of("7zz", "7z", "7za");
    private static final List<String> PLACES = List.of("C:\\Program Files\\7-Zip");

    /// No core, no file, so much of the processor and of memory; away from any terminal, which it would ask for the
    /// password. A limit that a system does not know is none.
    private static final String LIMITED = "ulimit -c 0 2>/dev/null; ulimit -f 0 2>/dev/null; ulimit -t 120 2>/dev/null;"
            + " ulimit -v 2000000 2>/dev/null;"
            + " if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; else exec \"$@\"; fi";

    private final Path program;

    private SevenZip(Path program) {
        this.program = program;
    }

    /// Looks for it where programs are.
    static Optional<SevenZip> find() {
        return NAMES.stream()
                .flatMap(name -> Programs.named(name, Optional.empty(), PLACES).stream())
                .findFirst()
                .map(SevenZip::new);
    }

    /// Starts it.
    ///
    /// @param password told when it asks; empty where there is none
    Process start(String password, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (!WINDOWS) {
            command.addAll(List.of("/bin/sh", "-c", LIMITED, "sh"));
        }
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(List.of("SystemRoot", "SYSTEMROOT"));
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((password + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it did not ask, and is at its end already
        }
        return process;
    }

    /// Ends it with whatever it started.
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
