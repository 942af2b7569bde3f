package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.BundleTimes;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.served.TimeAsked;
import org.cairn.domain.served.TimeTaken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes an authority's reply: into the bundle, or beside it; with an archive, its ledger says so.
@Command(
        name = "time-attach",
        footer = {
            "  cairn time-attach Clinic_vol-1.pdf \\",
            "    --request clinic.tsq --reply clinic.tsr",
            "  cairn time-attach Clinic_vol-1.pdf --request clinic.tsq \\",
            "    --reply clinic.tsr --archive study.cairn --user amina"
        })
final class TimeAttachCommand implements Callable<Integer> {

    /// Replies are a few thousand bytes; what is longer is something else.
    private static final long LONGEST = 1_000_000;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "FILE.pdf")
    @SuppressWarnings("NullAway.Init")
    private Path pdf;

    @Option(names = "--request", required = true, paramLabel = "FILE.tsq")
    @SuppressWarnings("NullAway.Init")
    private Path request;

    @Option(names = "--reply", required = true, paramLabel = "FILE.tsr")
    @SuppressWarnings("NullAway.Init")
    private Path reply;

    @Option(names = "--manifest", paramLabel = "F")
    private @Nullable Path manifest;

    @Override
    public Integer call() {
        byte[] asked = bytes(request, "request", "notARequest");
        byte[] replied = bytes(reply, "reply", "notAReply");
        Optional<Path> list = Optional.ofNullable(manifest);
        if (options.archive == null) {
            told(BundleTimes.attach(pdf, list, asked, replied), false);
            return ExitCode.DONE;
        }
        return options.with(archive -> {
            told(archive.bundleTimes().attachAndNote(pdf, list, asked, replied), true);
            return ExitCode.DONE;
        });
    }

    private void told(TimeTaken taken, boolean noted) {
        Output output = options.output();
        output.say(
                "time.taken." + taken.of(),
                taken.said().at().toString(),
                taken.said().authority());
        ObjectNode document = Output.object()
                .put("of", taken.of().name())
                .put("time", taken.said().at().toString())
                .put("authority", taken.said().authority())
                .put("certificate", taken.said().certificate().hex())
                .put("pdf", pdf.toString())
                .put("before", taken.written().hex())
                .put("sha256", taken.now().hex())
                .put("inLedger", noted);
        taken.manifest().ifPresent(list -> document.put("manifest", list.toString()));
        if (taken.of() == TimeAsked.Of.SIGNATURE) {
            inside(output, taken);
        }
        taken.reply().ifPresent(kept -> {
            beside(output, taken, kept);
            document.put("reply", kept.toString());
        });
        output.say(noted ? "time.noted" : "time.notNoted");
        output.document(document);
    }

    private void inside(Output output, TimeTaken taken) {
        output.say("time.hash", pdf.toString(), taken.now().hex());
        taken.manifest()
                .ifPresentOrElse(
                        list -> output.say("time.manifest", list.toString()), () -> output.say("time.noManifest"));
    }

    private void beside(Output output, TimeTaken taken, Path kept) {
        output.say("time.kept", kept.toString());
        Path attested = taken.of() == TimeAsked.Of.MANIFEST ? taken.manifest().orElse(pdf) : pdf;
        output.say("time.verify");
        output.line("  openssl ts -verify -data " + attested.getFileName() + " -in " + kept.getFileName()
                + " -CAfile CA.pem");
    }

    private static byte[] bytes(Path file, String what, String wrong) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new ArchiveException.InvalidInput(what, wrong);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }
}
