package org.cairn.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cairn.archive.Archives;
import org.cairn.archive.KitMark;
import org.cairn.archive.RecoveryParts;
import org.cairn.domain.ArchiveException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a recovery kit for an archive that is there, or rehearses the one it has.
@Command(
        name = "recovery-kit",
        footer = {
            "  cairn recovery-kit --out kit.pdf --shares 5 --needed 3",
            "  cairn recovery-kit --rehearse --archive camp.cairn"
        })
final class RecoveryKitCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final KitOptions kit = new KitOptions();

    @Mixin
    private final RecoveryInput input = new RecoveryInput();

    @Option(names = "--out", paramLabel = "FILE.pdf")
    @Nullable
    private Path out;

    @Option(names = "--rehearse")
    private boolean rehearse;

    @Override
    public Integer call() {
        Path file = out;
        if (rehearse == (file != null)) {
            throw new ArchiveException.InvalidInput("--out", "oneOrTheOther");
        }
        return file == null ? rehearse() : make(file);
    }

    private int make(Path file) {
        kit.requirePossible(file);
        return options.with(archive -> {
            options.output().document(kit.write(archive, file, options));
            return ExitCode.DONE;
        });
    }

    private int rehearse() {
        Output output = options.output();
        Path folder = options.folder();
        KitMark mark = Archives.recoveryKit(folder).orElseThrow(ArchiveException.NoRecoveryKit::new);
        try (RecoveryParts parts = input.read(mark, output)) {
            Archives.rehearse(folder, parts);
        }
        output.say("kit.opens", mark.letters());
        output.document(Output.object().put("kit", mark.letters()).put("opens", true));
        return ExitCode.DONE;
    }
}
