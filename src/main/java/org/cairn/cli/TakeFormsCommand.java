package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.SubmissionReport;
import org.cairn.archive.SubmissionReport.Outcome;
import org.cairn.archive.SubmissionTerms;
import org.cairn.archive.SubmissionText;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.SubmissionMapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes in what Martus, ODK and their kin collected.
@Command(
        name = "take-forms",
        footer = {
            "  cairn take-forms bulletins/ --source \"the Lake office\" --report taken.txt",
            "  cairn take-forms submissions/ intake.xlsx --source tablets --propose"
        })
final class TakeFormsCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "PATH", arity = "1..*")
    private List<Path> paths = List.of();

    @Option(names = "--source", paramLabel = "S")
    private String source = "";

    @Option(names = "--acquired", paramLabel = "HOW")
    private String how = "HANDED_OVER";

    @Option(names = "--by", paramLabel = "W")
    private @Nullable String by;

    @Option(names = "--protection", paramLabel = "LEVEL")
    private Protection protection = Protection.CONFIDENTIAL;

    @Option(names = "--form", paramLabel = "F-0001")
    private @Nullable String form;

    @Option(names = "--mapping", paramLabel = "FILE")
    private @Nullable String mapping;

    @Option(names = "--propose")
    private boolean propose;

    @Option(names = "--report", paramLabel = "FILE")
    private @Nullable Path report;

    @Override
    public Integer call() {
        how = Allowed.code("--acquired", how, "acquisition");
        if (source.isBlank() && !propose) {
            throw new ArchiveException.InvalidInput("--source", "missing");
        }
        if (report != null && Files.exists(report)) {
            throw new ArchiveException.AlreadyThere();
        }
        Optional<SubmissionMapping> given =
                Optional.ofNullable(mapping).map(GivenText::all).map(SubmissionTerms::mapping);
        Optional<Reference> answered = Optional.ofNullable(form).map(text -> Allowed.reference("--form", text));
        return options.with(archive -> {
            SubmissionTerms terms = new SubmissionTerms(
                    source, how, Optional.ofNullable(by).orElse(archive.user().name()), protection, answered, given);
            return propose ? propose(archive, terms) : take(archive, terms);
        });
    }

    private int propose(Archive archive, SubmissionTerms terms) {
        Output output = options.output();
        ObjectNode document = Output.object();
        Map<String, SubmissionMapping> proposed = archive.submissions().proposed(paths, terms, output.progress());
        proposed.forEach((name, one) -> {
            document.set(name, Output.parse(SubmissionTerms.json(one)));
            output.line("// " + name);
            output.line(Output.parse(SubmissionTerms.json(one)).toPrettyString());
        });
        output.document(document);
        return ExitCode.DONE;
    }

    private int take(Archive archive, SubmissionTerms terms) {
        Output output = options.output();
        SubmissionReport taken = archive.submissions().take(paths, terms, output.progress());
        List<String> lines = SubmissionText.of(taken, output.words().area("exchange")::text);
        lines.forEach(output::line);
        write(taken, lines);
        output.document(Output.parse(taken.json()));
        return taken.count(Outcome.REFUSED) + taken.count(Outcome.STOPPED) == 0
                ? ExitCode.DONE
                : ExitCode.INPUT_NOT_READ;
    }

    private void write(SubmissionReport taken, List<String> lines) {
        if (report == null) {
            return;
        }
        boolean json = report.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        String text = json ? Output.parse(taken.json()).toPrettyString() : String.join("\n", lines);
        try {
            Files.writeString(report, text + "\n", StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
        options.output().aside("take.report", report.toString());
    }
}
