package org.cairn.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a new archive.
@Command(
        name = "create",
        description = "Makes a new archive.",
        footer = {"", "Example: cairn create camp.cairn --name \"Camp study\" --user amina --passphrase-file pass.txt"})
final class CreateCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "DIR", description = "the new archive's folder")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--name", required = true, paramLabel = "N", description = "what people call the archive")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Override
    public Integer call() {
        Output output = options.output();
        char[] passphrase = options.passphrase("newPassphrase");
        try (Archive archive = Archives.create(folder, name, options.userName(), passphrase, Environment.system())) {
            output.say(
                    "create.done", archive.folder().toString(), archive.user().name());
            output.document(Output.object()
                    .put("archive", archive.folder().toString())
                    .put("name", archive.name())
                    .put("user", archive.user().name()));
            return ExitCode.DONE;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
