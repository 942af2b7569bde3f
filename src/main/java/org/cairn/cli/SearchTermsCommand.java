package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.ReportPapers;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.TermsReport;
import org.cairn.domain.search.TermsReport.Line;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Counts what each of a list of terms finds, and writes the report of it that parties sign.
@Command(
        name = "search-terms",
        footer = {
            "  cairn search-terms kidney '\"blood group\"' 'hospital near/5 camp'",
            "  cairn search-terms --terms agreed.txt --out reports/ --lang fr"
        })
final class SearchTermsCommand implements Callable<Integer> {

    private static final int NUMBER = 8;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final NarrowingOptions narrowing = new NarrowingOptions();

    @Parameters(paramLabel = "TERM", arity = "0..*")
    private List<String> given = List.of();

    @Option(names = "--terms", paramLabel = "FILE")
    private @Nullable String file;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Override
    public Integer call() {
        List<String> terms = new ArrayList<>(given);
        if (file != null) {
            GivenText.all(file).lines().forEach(terms::add);
        }
        SearchRequest.Filter filter = narrowing.filter(options.locale());
        return options.with(archive -> report(archive, terms, filter));
    }

    private int report(Archive archive, List<String> terms, SearchRequest.Filter filter) {
        Output output = options.output();
        TermsReport report = archive.termReports().report(terms, filter, options.locale(), output.progress());
        ObjectNode document = json(report);
        tell(report, output);
        if (out != null) {
            ReportPapers papers = archive.termReports().write(report, out, options.locale());
            output.say("terms.written", papers.pdf().toString(), papers.data().toString());
            document.put("pdf", papers.pdf().toString())
                    .put("csv", papers.data().toString());
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private static void tell(TermsReport report, Output output) {
        Words words = output.words();
        output.line(columns(words.text("terms.items"), words.text("terms.passages"), words.text("terms.unique")));
        for (Line line : report.lines()) {
            String counts = line.misread().isPresent()
                    ? columns("-", "-", "-")
                    : columns(
                            String.valueOf(line.items()),
                            String.valueOf(line.passages()),
                            String.valueOf(line.unique()));
            output.line(counts
                    + line.term()
                    + line.misread()
                            .map(fault -> "  ["
                                    + words.area("search").text("fault." + fault.reason(), fault.start() + 1) + "]")
                            .orElse(""));
        }
        output.say("terms.together", report.items(), report.passages());
        output.say(
                "search.unseen",
                report.unseen().unread(),
                report.unseen().awaitingOcr(),
                report.unseen().noPermission());
    }

    private static String columns(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(Columns.pad(cell, NUMBER + 2));
        }
        return line.toString();
    }

    private static ObjectNode json(TermsReport report) {
        ObjectNode document = Output.object();
        document.put("items", report.items())
                .put("passages", report.passages())
                .put("asOf", report.standing().asOf().toString())
                .put("analyser", report.standing().analyser())
                .put("headLine", report.standing().headLine())
                .put("head", report.standing().head().hex());
        document.set("unseen", SearchCommand.json(report.unseen()));
        ArrayNode lines = document.putArray("terms");
        for (Line line : report.lines()) {
            ObjectNode node = lines.addObject().put("term", line.term());
            line.misread()
                    .ifPresent(fault -> node.put("misread", fault.reason()).put("at", fault.start()));
            if (line.misread().isEmpty()) {
                node.put("items", line.items()).put("passages", line.passages()).put("unique", line.unique());
            }
        }
        return document;
    }
}
