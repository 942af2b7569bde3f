package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.archive.IntakeTerms;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.i18n.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes files and folders in.
@Command(
        name = "import",
        description = "Takes evidence in; folders are walked, exact duplicates recognised, every file accounted for.",
        footer = {"", "Example: cairn import papers/ --source \"W-0003\" --acquired HANDED_OVER --by amina"})
final class ImportCommand implements Callable<Integer> {

    private static final int MOST_LISTED = 10_000;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "files and folders; none: goes on with what waits")
    private List<Path> paths = List.of();

    @Option(names = "--source", paramLabel = "S", description = "where they come from")
    private String source = "";

    @Option(
            names = "--acquired",
            paramLabel = "HOW",
            description = "HANDED_OVER, COLLECTED_ON_SITE, RECORDED, DOWNLOADED, SUBPOENA, LEAK or ANONYMOUS")
    private String how = "HANDED_OVER";

    @Option(names = "--by", paramLabel = "W", description = "who took them; the user when nothing is said")
    private @Nullable String by;

    @Option(names = "--at", paramLabel = "DATE", description = "when, as people say it: 2014, spring 2014, 3 May 2014")
    private @Nullable String at;

    @Option(
            names = "--protection",
            paramLabel = "LEVEL",
            description = "PUBLIC, RESTRICTED, CONFIDENTIAL, EX_PARTE, SEALED")
    private Protection protection = Protection.RESTRICTED;

    @Option(names = "--witness", paramLabel = "W-0001", description = "the witness they belong to")
    private @Nullable String witness;

    @Option(names = "--tag", paramLabel = "WORD", description = "a word to find them by; may be repeated")
    private List<String> tags = List.of();

    @Option(names = "--graphic", description = "pictures stay blurred until asked for")
    private boolean graphic;

    @Override
    public Integer call() {
        how = Allowed.code("--acquired", how, "acquisition");
        Allowed.date("--at", at);
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
        IntakeReport report = report(archive, output);
        Messages words = output.area("reading");
        ArrayNode files = Output.array();
        for (Taken file : report.files()) {
            files.add(json(file));
            tell(output, words, file);
        }
        long notTaken = report.count(Outcome.NOT_TAKEN);
        long unread = report.files().stream().filter(ImportCommand::unread).count();
        output.say("import.done", report.count(Outcome.TAKEN), report.count(Outcome.DUPLICATE), notTaken, unread);
        ObjectNode document = Output.object()
                .put("taken", report.count(Outcome.TAKEN))
                .put("duplicates", report.count(Outcome.DUPLICATE))
                .put("notTaken", notTaken)
                .put("notWhollyRead", unread);
        document.set("files", files);
        Optional<ArchiveException> stopped =
                report.stopped().filter(ArchiveException.class::isInstance).map(ArchiveException.class::cast);
        stopped.ifPresent(why -> document.put("stopped", why.code()));
        stopped.ifPresentOrElse(why -> output.failure(why, document), () -> output.document(document));
        return stopped.map(ExitCode::of).orElse(notTaken == 0 ? ExitCode.DONE : ExitCode.INPUT_NOT_READ);
    }

    /// What was taken before a full disk or a wish to stop ended it is kept, and must be told.
    private IntakeReport report(Archive archive, Output output) {
        if (paths.isEmpty()) {
            return archive.evidence().readWaiting(output.progress());
        }
        IntakeTerms terms = terms(archive);
        long before = evidence(archive, 1).total();
        try {
            return archive.evidence().take(paths, terms, output.progress());
        } catch (RuntimeException e) {
            throw new StoppedMidway(keptSince(archive, before, output), e);
        }
    }

    private static ObjectNode keptSince(Archive archive, long before, Output output) {
        long now = evidence(archive, 1).total();
        ObjectNode document = Output.object().put("taken", now - before);
        ArrayNode kept = document.putArray("kept");
        if (now > before) {
            int news = Math.toIntExact(Math.min(now - before, MOST_LISTED));
            evidence(archive, news).items().reversed().forEach(item -> {
                kept.addObject().put("ref", item.reference().toString()).put("name", item.title());
                output.line("%-8s %s  %s".formatted(item.reference(), item.title(), output.text("import.TAKEN")));
            });
        }
        return document;
    }

    /// The last items that were kept.
    private static Page<Summary> evidence(Archive archive, int most) {
        ListQuery last = new ListQuery(ListQuery.Sort.REFERENCE, true, most, 0, Optional.empty(), Optional.empty());
        return archive.records().list(RecordKind.EVIDENCE, last);
    }

    private IntakeTerms terms(Archive archive) {
        Optional<Reference> belongsTo = Optional.ofNullable(witness).map(text -> Allowed.reference("--witness", text));
        return new IntakeTerms(
                source,
                how,
                Optional.ofNullable(by).orElse(archive.user().name()),
                Allowed.date("--at", at),
                protection,
                belongsTo,
                Set.copyOf(tags),
                graphic);
    }

    private static boolean unread(Taken file) {
        return file.reading()
                .map(Reading::status)
                .filter(status -> status != ReadingStatus.COMPLETE && status != ReadingStatus.EMPTY)
                .isPresent();
    }

    private static void tell(Output output, Messages words, Taken file) {
        String reference = file.reference().map(Reference::toString).orElse("-");
        String outcome = file.reading()
                .map(reading -> words.text("status." + reading.status()) + reason(words, reading.reason()))
                .orElseGet(() -> output.text("import." + file.outcome()) + reason(words, file.reason()));
        output.line("%-8s %s  %s".formatted(reference, file.name(), outcome));
    }

    private static String reason(Messages words, String reason) {
        return reason.isEmpty() ? "" : ": " + words.text("reason." + reason);
    }

    private static ObjectNode json(Taken file) {
        ObjectNode node = Output.object();
        node.put("name", file.name()).put("outcome", file.outcome().name());
        file.reference().ifPresent(reference -> node.put("ref", reference.toString()));
        if (!file.reason().isEmpty()) {
            node.put("reason", file.reason());
        }
        file.reading().ifPresent(reading -> node.set("reading", ShowCommand.json(reading)));
        return node;
    }
}
