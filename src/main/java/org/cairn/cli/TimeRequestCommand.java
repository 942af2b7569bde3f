package org.cairn.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.BundleTimes;
import org.cairn.archive.FreshFile;
import org.cairn.domain.served.TimeAsked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a request for the time of a bundle, to be carried to an authority; needs no archive.
@Command(
        name = "time-request",
        footer = {
            "  cairn time-request Clinic_vol-1.pdf --out clinic.tsq",
            "  cairn time-request Clinic_vol-1.pdf --detached --out clinic.tsq"
        })
final class TimeRequestCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "FILE.pdf")
    @SuppressWarnings("NullAway.Init")
    private Path pdf;

    @Option(names = "--out", required = true, paramLabel = "FILE.tsq")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--manifest", paramLabel = "F")
    private @Nullable Path manifest;

    @Option(names = "--detached")
    private boolean detached;

    @Override
    public Integer call() {
        FreshFile.require(out);
        TimeAsked asked = BundleTimes.ask(pdf, Optional.ofNullable(manifest), detached, new SecureRandom());
        FreshFile.write(out, asked.request());
        Output output = options.output();
        output.say("time.asked." + asked.of(), asked.file().toString());
        output.say("time.request", out.toString(), asked.hash().hex());
        output.document(Output.object()
                .put("of", asked.of().name())
                .put("file", asked.file().toString())
                .put("sha256", asked.hash().hex())
                .put("request", out.toString()));
        return ExitCode.DONE;
    }
}
