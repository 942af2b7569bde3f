package org.cairn.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;
import org.cairn.cli.CommandLineProcess.Ran;

/// One process for all tests that look at what a command says, not at how the program starts: starting it takes
/// far longer than a refusal.
final class StandingProcess {

    private final Process process;
    private final BufferedReader out;
    private final BufferedReader err;

    /// @param command how {@link ManyCommands} is started with a home of its own
    StandingProcess(Function<Path, ProcessBuilder> command) throws IOException {
        Path home = Files.createTempDirectory("home");
        this.process = command.apply(home).start();
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.err = process.errorReader(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(home)));
    }

    private void end(Path home) {
        process.destroyForcibly().onExit().join();
        FileUtils.deleteQuietly(home.toFile());
    }

    synchronized Ran run(List<String> arguments) throws IOException {
        OutputStream requests = process.getOutputStream();
        requests.write(
                (JsonMapper.builder().build().writeValueAsString(arguments) + "\n").getBytes(StandardCharsets.UTF_8));
        requests.flush();
        CompletableFuture<Said> beside = CompletableFuture.supplyAsync(() -> until(err));
        Said said = until(out);
        return new Ran(said.exit(), said.text(), beside.join().text());
    }

    private record Said(String text, int exit) {}

    private static Said until(BufferedReader reader) {
        StringBuilder text = new StringBuilder();
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(ManyCommands.ENDED)) {
                    // the line feed before that line is not the command's
                    text.setLength(text.length() - 1);
                    return new Said(text.toString(), Integer.parseInt(line.substring(ManyCommands.ENDED.length())));
                }
                text.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new AssertionError("the standing process cannot be heard", e);
        }
        throw new AssertionError("the standing process ended, having said: " + text);
    }
}
