package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.BatchChange;
import org.cairn.archive.Batches.Fate;
import org.cairn.archive.Batches.Outcome;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Assessment;
import org.cairn.domain.FrozenList;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Changes many records at once: first it states what would become of each, then, told the list's hash, it does it.
@Command(
        name = "batch",
        footer = {
            "  cairn batch E-0001 E-0002 E-0007 --tag flights",
            "  cairn batch --query \"kidney reviewed:no\" --reviewed",
            "  cairn batch E-0001 E-0002 E-0007 --tag flights --run 3f1c…"
        })
final class BatchCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final HandlingOptions told = new HandlingOptions();

    @Parameters(paramLabel = "REF", arity = "0..*")
    private List<String> references = List.of();

    @Option(names = "--query", paramLabel = "Q")
    private @Nullable String query;

    @Option(names = "--list", paramLabel = "K-0001")
    private @Nullable String frozen;

    @Option(names = "--tag", paramLabel = "WORD")
    private Set<String> tags = Set.of();

    @Option(names = "--untag", paramLabel = "WORD")
    private Set<String> untags = Set.of();

    @Option(names = "--protection", paramLabel = "LEVEL")
    private @Nullable Protection protection;

    @Option(names = "--type", paramLabel = "TYPE")
    private @Nullable String type;

    @Option(names = "--author", paramLabel = "A")
    private @Nullable String author;

    @Option(names = "--recipient", paramLabel = "R")
    private @Nullable String recipient;

    @Option(names = "--copy-status", paramLabel = "STATUS")
    private @Nullable String copyStatus;

    @Option(names = "--language", paramLabel = "xx")
    private @Nullable String language;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable String date;

    @Option(names = "--graphic", negatable = true)
    private @Nullable Boolean graphic;

    @Option(names = "--reviewed", negatable = true)
    private @Nullable Boolean reviewed;

    @Option(names = "--grade", paramLabel = "B2")
    private @Nullable String grade;

    @Option(names = "--reason", paramLabel = "WHY")
    private String reason = "";

    @Option(names = "--event", paramLabel = "ACTION")
    private @Nullable String event;

    @Option(names = "--run", paramLabel = "HASH")
    private @Nullable String run;

    @Override
    public Integer call() {
        BatchChange change = change();
        List<Reference> named = references.stream()
                .map(given -> Allowed.reference("REF", given))
                .toList();
        if (named.isEmpty() && query == null && frozen == null) {
            throw new ArchiveException.InvalidInput("REF", "missing");
        }
        return options.with(archive -> {
            FrozenList list = frozen == null
                    ? archive.batches().freeze(query == null ? named : found(archive, query, named))
                    : listed(archive, frozen, named);
            return run == null ? state(archive, list, change) : run(archive, list, change, run);
        });
    }

    /// What was frozen before, as it was then, and nothing else.
    private FrozenList listed(Archive archive, String list, List<Reference> named) {
        if (query != null || !named.isEmpty()) {
            throw Allowed.refused("--list", List.of("K-0001"));
        }
        return archive.savedSearches()
                .openList(Allowed.reference("--list", list))
                .lines();
    }

    private BatchChange change() {
        List<BatchChange> changes = new ArrayList<>();
        BatchChange.Describe described = new BatchChange.Describe(
                tags,
                untags,
                Optional.ofNullable(protection),
                Optional.ofNullable(type).map(code -> code.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(author),
                Optional.ofNullable(recipient),
                Optional.ofNullable(copyStatus).map(code -> Allowed.code("--copy-status", code, "copy-status")),
                Optional.ofNullable(language).map(LanguageTag::new),
                Allowed.date("--date", date, options.locale()),
                Optional.ofNullable(graphic));
        if (!described.equals(BatchChange.Describe.tagged(Set.of(), Set.of()))) {
            changes.add(described);
        }
        if (reviewed != null) {
            changes.add(new BatchChange.Review(!reviewed));
        }
        if (grade != null) {
            changes.add(new BatchChange.Assess(
                    Assessment.Aspect.GRADING, grade.toUpperCase(Locale.ROOT), "", Optional.empty(), reason));
        }
        if (event != null) {
            changes.add(new BatchChange.Handle(told.told(Allowed.code("--event", event, "handling"), options)));
        }
        if (changes.size() != 1) {
            throw new ArchiveException.InvalidInput(
                    "--tag, --reviewed, --grade, --event", changes.isEmpty() ? "missing" : "onlyOne");
        }
        return changes.getFirst();
    }

    private List<Reference> found(Archive archive, String words, List<Reference> named) {
        List<Reference> all = new ArrayList<>(named);
        all.addAll(archive.searches()
                .references(SearchRequest.of(words), options.output().progress()));
        return all.stream().distinct().sorted().toList();
    }

    private int state(Archive archive, FrozenList list, BatchChange change) {
        Output output = options.output();
        List<Outcome> foreseen = archive.batches().foresee(list, change, output.progress());
        output.say("batch.would", list.count());
        tell(output, foreseen);
        output.say("batch.hash", list.hash().hex());
        output.document(document(list, foreseen).put("run", false));
        return ExitCode.DONE;
    }

    private int run(Archive archive, FrozenList list, BatchChange change, String hash) {
        if (!list.hash().hex().equals(hash.toLowerCase(Locale.ROOT))) {
            throw new ArchiveException.InvalidInput("--run", "anotherList");
        }
        Output output = options.output();
        List<Outcome> outcomes = archive.batches().run(list, change, output.progress());
        output.say("batch.done", list.count());
        tell(output, outcomes);
        output.document(document(list, outcomes).put("run", true));
        return ExitCode.DONE;
    }

    private static void tell(Output output, List<Outcome> outcomes) {
        Map<Fate, List<String>> by = new EnumMap<>(Fate.class);
        outcomes.forEach(outcome -> by.computeIfAbsent(outcome.fate(), fate -> new ArrayList<>())
                .add(outcome.reference().toString()));
        by.forEach((fate, which) ->
                output.say("batch." + fate.name(), which.size(), output.words().list(which.stream())));
    }

    private static ObjectNode document(FrozenList list, List<Outcome> outcomes) {
        ObjectNode document = Output.object()
                .put("count", list.count())
                .put("list", list.hash().hex());
        ArrayNode items = document.putArray("items");
        for (Outcome outcome : outcomes) {
            ObjectNode item = Output.object()
                    .put("ref", outcome.reference().toString())
                    .put("fate", outcome.fate().name());
            outcome.why().ifPresent(why -> item.put("why", why.code()));
            items.add(item);
        }
        return document;
    }
}
