package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.custody.VerificationReport;
import org.cairn.i18n.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Proves the archive whole.
@Command(name = "verify", footer = "  cairn verify --archive camp.cairn --user amina --passphrase-file pass.txt")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--deep")
    private boolean deep;

    @Override
    public Integer call() {
        return options.with(this::verify);
    }

    private int verify(Archive archive) {
        Output output = options.output();
        VerificationReport report = archive.custody().verify(output.progress());
        Messages words = output.words().area("verify");
        ObjectNode document = Output.object()
                .put("clean", report.clean())
                .put("records", report.records())
                .put("revisions", report.revisions())
                .put("events", report.events())
                .put("files", report.files())
                .put("passages", report.passages())
                .put("deep", deep);
        ArrayNode findings = document.putArray("findings");
        for (Finding finding : report.findings()) {
            String text = words.text(finding.code(), finding.arguments().toArray());
            output.line(text);
            ObjectNode node = findings.addObject().put("code", finding.code()).put("text", text);
            ArrayNode arguments = node.putArray("arguments");
            finding.arguments().forEach(arguments::add);
        }
        output.say(
                report.clean() ? "verify.clean" : "verify.wrong",
                report.findings().size(),
                report.records(),
                report.revisions(),
                report.events(),
                report.files(),
                report.passages());
        output.document(document);
        return report.clean() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
