package org.cairn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Bundles;
import org.cairn.archive.Environment;
import org.cairn.archive.FreshFile;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.served.CheckedBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a finished bundle; needs no archive.
@Command(
        name = "check-bundle",
        footer = {
            "  cairn check-bundle Clinic_Vol-1.pdf --manifest manifest-sha256.txt",
            "  cairn check-bundle Clinic_Vol-1.pdf --report check.pdf --lang fr"
        })
final class CheckBundleCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "FILE.pdf")
    @SuppressWarnings("NullAway.Init")
    private Path pdf;

    @Option(names = "--manifest", paramLabel = "F")
    private @Nullable Path manifest;

    @Option(names = "--report", paramLabel = "FILE")
    private @Nullable Path report;

    @Override
    public Integer call() {
        if (report != null) {
            FreshFile.require(report);
        }
        if (!Files.isReadable(pdf)) {
            throw new ArchiveException.NotReachable();
        }
        Output output = options.output();
        CheckedBundle checked = Bundles.readBack(pdf, Optional.ofNullable(manifest));
        RuleLines.tell(output, checked.results());
        SignatureLines.tell(output, checked.signatures());
        output.say("check.done", checked.met(), checked.results().size());
        if (report != null) {
            file(output, checked, report);
        }
        var document = Output.object()
                .put("sha256", checked.fingerprint().hex())
                .put("met", checked.met())
                .put("of", checked.results().size());
        if (report != null) {
            document.put("report", report.toString());
        }
        document.set("rules", RuleLines.json(output, checked.results()));
        document.set("signatures", SignatureLines.json(checked.signatures()));
        output.document(document);
        return checked.broken() == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    /// A PDF where its name says so, text otherwise.
    private void file(Output output, CheckedBundle checked, Path into) {
        boolean paper = into.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        Instant now = Environment.system().clock().instant();
        FreshFile.write(into, Bundles.report(checked, now, options.locale(), paper));
        output.say("file.written", into.toString());
    }
}
