package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a new archive.
@Command(
        name = "create",
        footer = {
            "  cairn create camp.cairn --name \"Camp study\" --user amina",
            "  cairn create camp.cairn --name \"Camp study\" --user amina \\",
            "      --recovery-kit kit.pdf --shares 5 --needed 3"
        })
final class CreateCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--name", required = true, paramLabel = "N")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--recovery-kit", paramLabel = "FILE.pdf")
    @Nullable
    private Path recoveryKit;

    @Mixin
    private final KitOptions kit = new KitOptions();

    @Override
    public Integer call() {
        Output output = options.output();
        if (recoveryKit != null) {
            kit.requirePossible(recoveryKit);
        }
        char[] passphrase = options.passphrase("newPassphrase");
        try (Archive archive = Archives.create(folder, name, options.userName(), passphrase, options.environment())) {
            output.say(
                    "create.done", archive.folder().toString(), archive.user().name());
            ObjectNode document = Output.object()
                    .put("archive", archive.folder().toString())
                    .put("name", archive.name())
                    .put("user", archive.user().name());
            if (recoveryKit != null) {
                document.set("recoveryKit", kit.write(archive, recoveryKit, options));
            }
            output.document(document);
            return ExitCode.DONE;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
