package org.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.archive.OpenArchive;
import org.jspecify.annotations.Nullable;

/// Runs the real program in a process of its own, as a script would; or, where only its words matter, command after
/// command in one process that all such tests share.
final class CommandLineProcess {

    private static @Nullable StandingProcess standing;

    private final Path folder;
    private final Path passphrase;
    private final boolean shared;
    private final Map<String, String> around = new HashMap<>();

    /// Each command in a process of its own.
    CommandLineProcess(Path folder) throws IOException {
        this(folder, false);
    }

    /// All commands in the process that tests share.
    static CommandLineProcess shared(Path folder) throws IOException {
        return new CommandLineProcess(folder, true);
    }

    private CommandLineProcess(Path folder, boolean shared) throws IOException {
        this.folder = folder;
        this.shared = shared;
        this.passphrase = Files.writeString(folder.resolve("pass.txt"), "a long sentence nobody guesses\n");
    }

    /// What a run came to.
    record Ran(int exit, String out, String err) {
        JsonNode json() {
            try {
                return JsonMapper.builder().build().readTree(out);
            } catch (IOException e) {
                throw new AssertionError("not one JSON document: " + out, e);
            }
        }
    }

    /// Where a variable of the environment has a value.
    CommandLineProcess where(String variable, String value) {
        around.put(variable, value);
        return this;
    }

    Path archive() {
        return folder.resolve("study.cairn");
    }

    /// An archive whose passphrase is stretched as little as the format allows: every command opens it anew.
    void makeAStudy() {
        new OpenArchive(folder).close();
    }

    /// With the archive, the user and the passphrase that belong to it.
    Ran unlocked(String... arguments) throws IOException, InterruptedException {
        return run(withKeys(arguments));
    }

    /// Where the locale can write no letters but those of English.
    Ran poor(String... arguments) throws IOException, InterruptedException {
        return run(withKeys(arguments), "C");
    }

    private List<String> withKeys(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--archive", archive().toString(), "--user", "amina"));
        all.addAll(List.of("--passphrase-file", passphrase.toString()));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        return all;
    }

    Ran run(List<String> arguments) throws IOException, InterruptedException {
        return shared ? standing().run(arguments) : run(arguments, "C.UTF-8");
    }

    private static synchronized StandingProcess standing() throws IOException {
        if (standing == null) {
            standing = new StandingProcess(home -> builder(home, ManyCommands.class.getName(), List.of(), "C.UTF-8"));
        }
        return standing;
    }

    /// Begins, and leaves standard output to be read while it runs.
    Process begun(String... arguments) throws IOException {
        return builder(withKeys(arguments), "C.UTF-8")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Ran run(List<String> arguments, String locale) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        int exit = builder(arguments, locale)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ran(exit, text(out), text(err));
    }

    private ProcessBuilder builder(List<String> arguments, String locale) {
        ProcessBuilder builder = builder(folder, "org.cairn.app.Launcher", arguments, locale);
        builder.environment().putAll(around);
        return builder;
    }

    private static ProcessBuilder builder(Path folder, String main, List<String> arguments, String locale) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.equals("DISPLAY"));
        builder.environment().put("LC_ALL", locale);
        return builder;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
