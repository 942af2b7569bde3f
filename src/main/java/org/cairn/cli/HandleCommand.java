package org.cairn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Handling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes down what was done to a thing: sealed, handed over, stored; prints the receipt that both sign.
@Command(
        name = "handle",
        footer = {
            "  cairn handle E-0040 SEALED --seal K-2211 --when \"3 May 2014\"",
            "  cairn handle E-0040 TRANSFERRED_OUT --to \"the laboratory\" --receipt r.pdf"
        })
final class HandleCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final HandlingOptions told = new HandlingOptions();

    @Parameters(index = "0", paramLabel = "REF")
    private String reference = "";

    @Parameters(index = "1", paramLabel = "ACTION")
    private String action = "";

    @Option(names = "--receipt", paramLabel = "FILE.pdf")
    private @Nullable Path receipt;

    @Override
    public Integer call() {
        Reference item = Allowed.reference("REF", reference);
        Handling handling = told.told(Allowed.code("ACTION", action, "handling"), options);
        if (receipt != null && Files.exists(receipt)) {
            throw new ArchiveException.AlreadyThere();
        }
        return options.with(archive -> {
            CustodyEvent line = archive.things().handle(item, handling);
            Output output = options.output();
            output.say(
                    "handle.kept",
                    item.toString(),
                    output.words().word("handling", handling.action()),
                    String.valueOf(line.sequence()));
            if (receipt != null) {
                write(receipt, archive.things().receipt(item, line.sequence(), options.locale()));
                output.say("handle.receipt", receipt.toString());
            }
            output.document(Output.object()
                    .put("ref", item.toString())
                    .put("action", line.action())
                    .put("line", line.sequence())
                    .put("hash", line.hash().hex()));
            return ExitCode.DONE;
        });
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }
}
