package org.cairn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Bundles;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.served.RuleResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a finished bundle; needs no archive.
@Command(name = "check-bundle", footer = "  cairn check-bundle Clinic_Vol-1.pdf --manifest manifest-sha256.txt")
final class CheckBundleCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "FILE.pdf")
    @SuppressWarnings("NullAway.Init")
    private Path pdf;

    @Option(names = "--manifest", paramLabel = "F")
    private @Nullable Path manifest;

    @Override
    public Integer call() {
        if (!Files.isReadable(pdf)) {
            throw new ArchiveException.NotReachable();
        }
        Output output = options.output();
        List<RuleResult> results = Bundles.check(pdf, Optional.ofNullable(manifest));
        long broken = results.stream()
                .filter(result -> result.outcome() == RuleResult.Outcome.BROKEN)
                .count();
        RuleLines.tell(output, results);
        output.say("check.done", results.size() - broken, results.size());
        var document = Output.object().put("met", results.size() - broken).put("of", results.size());
        document.set("rules", RuleLines.json(output, results));
        output.document(document);
        return broken == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
