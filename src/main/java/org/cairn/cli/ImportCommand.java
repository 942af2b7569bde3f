package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeTerms;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes files and folders in.
@Command(name = "import", footer = "  cairn import papers/ --source \"W-0003\" --acquired HANDED_OVER --by amina")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "PATH", arity = "0..*")
    private List<Path> paths = List.of();

    @Option(names = "--source", paramLabel = "S")
    private String source = "";

    @Option(names = "--acquired", paramLabel = "HOW")
    private String how = "HANDED_OVER";

    @Option(names = "--by", paramLabel = "W")
    private @Nullable String by;

    @Option(names = "--at", paramLabel = "DATE")
    private @Nullable String at;

    @Option(names = "--protection", paramLabel = "LEVEL")
    private Protection protection = Protection.RESTRICTED;

    @Option(names = "--witness", paramLabel = "W-0001")
    private @Nullable String witness;

    @Option(names = "--tag", paramLabel = "WORD")
    private List<String> tags = List.of();

    @Option(names = "--graphic")
    private boolean graphic;

    @Override
    public Integer call() {
        how = Allowed.code("--acquired", how, "acquisition");
        Allowed.date("--at", at, options.locale());
        if (!paths.isEmpty() && source.isBlank()) {
            throw new ArchiveException.InvalidInput("--source", "missing");
        }
        if (!NamesLost.everyName() && anyNameLost()) {
            NamesLost.tell(options.output());
            return ExitCode.USAGE;
        }
        return options.with(this::take);
    }

    private boolean anyNameLost() {
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                if (files.anyMatch(NamesLost::in)) {
                    return true;
                }
            } catch (IOException | UncheckedIOException e) {
                // what cannot be walked is told file by file when it is taken
                continue;
            }
        }
        return false;
    }

    private int take(Archive archive) {
        Output output = options.output();
        IntakeLines lines = new IntakeLines(output);
        IntakeReport report = report(archive, output, lines);
        report.files().forEach(lines::read);
        ObjectNode document = lines.sum(report);
        Optional<ArchiveException> stopped =
                report.stopped().filter(ArchiveException.class::isInstance).map(ArchiveException.class::cast);
        stopped.ifPresent(why -> document.put("stopped", why.code()));
        stopped.ifPresentOrElse(why -> new Failures(output).known(why, document), () -> output.document(document));
        return stopped.map(ExitCode::of)
                .orElse(report.count(Outcome.NOT_TAKEN) == 0 ? ExitCode.DONE : ExitCode.INPUT_NOT_READ);
    }

    /// What was taken before a full disk or a wish to stop ended it is kept, and must be told.
    private IntakeReport report(Archive archive, Output output, IntakeLines lines) {
        try {
            return paths.isEmpty()
                    ? archive.evidence().readWaiting(output.progress(), lines::kept)
                    : archive.evidence().take(paths, terms(archive), output.progress(), lines::kept);
        } catch (RuntimeException e) {
            throw new StoppedMidway(lines.sofar(), e);
        }
    }

    private IntakeTerms terms(Archive archive) {
        Optional<Reference> belongsTo = Optional.ofNullable(witness).map(text -> Allowed.reference("--witness", text));
        return new IntakeTerms(
                source,
                how,
                Optional.ofNullable(by).orElse(archive.user().name()),
                Allowed.date("--at", at, options.locale()),
                protection,
                belongsTo,
                Set.copyOf(tags),
                graphic);
    }
}
