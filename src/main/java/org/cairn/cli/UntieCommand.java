package org.cairn.cli;

import java.util.concurrent.Callable;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says that a record was tied to a witness by mistake.
@Command(
        name = "untie",
        footer = {"  cairn untie E-0001 W-0002 --reason \"handed over by somebody else\""})
final class UntieCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(index = "0", paramLabel = "REF")
    private String record = "";

    @Parameters(index = "1", paramLabel = "WITNESS")
    private String witness = "";

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    @Override
    public Integer call() {
        Reference tied = Allowed.reference("REF", record);
        Reference to = Allowed.reference("WITNESS", witness);
        if (reason == null) {
            throw new ArchiveException.InvalidInput("--reason", "missing");
        }
        String why = reason;
        return options.with(archive -> {
            archive.witnesses().untie(tied, to, why);
            Output output = options.output();
            output.say("untie.done", tied.toString(), to.toString());
            output.document(Output.object().put("ref", tied.toString()).put("witness", to.toString()));
            return ExitCode.DONE;
        });
    }
}
