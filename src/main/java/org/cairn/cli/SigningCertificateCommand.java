package org.cairn.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.FreshFile;
import org.cairn.archive.OwnCertificate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows the certificate that bundles are signed with by the archive's own key, and writes it to a file.
@Command(
        name = "signing-certificate",
        footer = {"  cairn signing-certificate", "  cairn signing-certificate --out archive.crt"})
final class SigningCertificateCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Override
    public Integer call() {
        return options.with(this::show);
    }

    private int show(Archive archive) {
        Output output = options.output();
        OwnCertificate certificate = archive.bundles().certificate();
        var document = Output.object()
                .put("subject", certificate.subject())
                .put("sha256", certificate.fingerprint().hex())
                .put("from", certificate.from().toString())
                .put("until", certificate.until().toString());
        output.say(
                "certificate.is",
                certificate.subject(),
                certificate.fingerprint().hex());
        output.say("certificate.use");
        if (out != null) {
            FreshFile.write(out, certificate.pem());
            output.say("file.written", out.toString());
            document.put("file", out.toString());
        }
        output.document(document);
        return ExitCode.DONE;
    }
}
