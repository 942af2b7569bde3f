package org.cairn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Receipt;
import org.cairn.domain.ArchiveException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a receipt for a third party to hold.
@Command(name = "receipt", footer = "  cairn receipt --out receipt.json")
final class ReceiptCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        return options.with(this::write);
    }

    private int write(Archive archive) {
        Output output = options.output();
        Receipt receipt = archive.custody().receipt();
        if (Files.exists(out)) {
            throw new ArchiveException.AlreadyThere();
        }
        try {
            Files.writeString(out, receipt.toJson(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
        output.say(
                "receipt.done", out.toString(), receipt.events(), receipt.head().hex());
        output.document(Output.object()
                .put("file", out.toString())
                .put("events", receipt.events())
                .put("head", receipt.head().hex()));
        return ExitCode.DONE;
    }
}
