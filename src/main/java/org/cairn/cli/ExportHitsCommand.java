package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Handover;
import org.cairn.archive.HitReport;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.search.HitFormat;
import org.cairn.domain.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes all that a search finds, place by place, into files.
@Command(
        name = "export-hits",
        footer = {
            "  cairn export-hits 'kidney near/5 price' --out lists/",
            "  cairn export-hits '\"blood group\"' --as docx,pdf --out lists/"
        })
final class ExportHitsCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final NarrowingOptions narrowing = new NarrowingOptions();

    @Parameters(paramLabel = "QUERY", arity = "0..*")
    private String[] words = {};

    @Option(names = "--out", required = true, paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--as", split = ",", paramLabel = "FORMAT")
    private List<HitFormat> formats = List.of(HitFormat.CSV);

    @Option(names = "--sort", paramLabel = "BY")
    private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

    @Option(names = "--scope", paramLabel = "USE")
    private String scope = Handover.TO_A_TRIBUNAL.scope();

    @Option(names = "--recipient", paramLabel = "WHO")
    private @Nullable String recipient;

    @Option(names = "--conditions-met")
    private boolean conditionsMet;

    @Override
    public Integer call() {
        SearchRequest request = new SearchRequest(
                        String.join(" ", words), narrowing.filter(options.locale()), sort, 1, 0, 1)
                .in(options.locale());
        return options.with(archive -> write(archive, request));
    }

    private int write(Archive archive, SearchRequest request) {
        Output output = options.output();
        Set<HitFormat> chosen = EnumSet.copyOf(formats);
        Handover handover = new Handover(scope, Optional.ofNullable(recipient), conditionsMet);
        try {
            HitReport report =
                    archive.hitReports().write(request, chosen, out, handover, options.locale(), output.progress());
            tell(report, output);
            return ExitCode.DONE;
        } catch (ArchiveException.QueryNotUnderstood e) {
            output.complain(SearchCommand.pointed(request.query(), e));
            throw e;
        }
    }

    private static void tell(HitReport report, Output output) {
        output.say("hits.listed", report.tail().items(), report.tail().places());
        if (report.tail().keptBack() > 0) {
            output.say("hits.keptBack", report.tail().keptBack());
        }
        ObjectNode document = Output.object()
                .put("items", report.tail().items())
                .put("places", report.tail().places())
                .put("keptBack", report.tail().keptBack());
        for (HitFormat format : HitFormat.values()) {
            Path file = report.files().get(format);
            if (file != null) {
                output.say("hits.written", file.toString());
                document.put(format.extension(), file.toString());
            }
        }
        output.document(document);
    }
}
