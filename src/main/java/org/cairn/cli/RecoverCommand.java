package org.cairn.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.KitMark;
import org.cairn.archive.RecoveryParts;
import org.cairn.domain.ArchiveException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Gives a user a new passphrase by the recovery kit.
@Command(
        name = "recover",
        footer = {
            "  cairn recover --archive camp.cairn --user amina",
            "  cairn recover --archive camp.cairn --user amina --phrase-file phrase.txt \\",
            "      --share-file share1.txt --share-file share3.txt \\",
            "      --new-passphrase-file new.txt"
        })
final class RecoverCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final RecoveryInput input = new RecoveryInput();

    @Option(names = "--new-passphrase-file", paramLabel = "FILE")
    @Nullable
    private String newPassphraseFile;

    @Override
    public Integer call() {
        Output output = options.output();
        Path folder = options.folder();
        String user = options.userName();
        KitMark mark = Archives.recoveryKit(folder).orElseThrow(ArchiveException.NoRecoveryKit::new);
        try (RecoveryParts parts = input.read(mark, output)) {
            char[] passphrase = options.passphrase("newPassphrase", newPassphraseFile, "--new-passphrase-file");
            try (Archive archive = Archives.recover(folder, user, parts, passphrase, options.environment())) {
                output.say("recover.done", archive.user().name(), folder.toString());
                output.aside("recover.again");
                output.document(Output.object()
                        .put("archive", folder.toString())
                        .put("user", archive.user().name())
                        .put("kit", mark.letters()));
                return ExitCode.DONE;
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        }
    }
}
