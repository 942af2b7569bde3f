package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewProgress;
import org.cairn.domain.ReviewSet;
import org.cairn.domain.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes sets of records to be looked through, and tells how far people have come with them.
@Command(
        name = "review-set",
        footer = {
            "  cairn review-set --name payments --query 'kidney price' --for ben",
            "  cairn review-set 1 --next",
            "  cairn review-set"
        })
final class ReviewSetCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final NarrowingOptions narrowing = new NarrowingOptions();

    @Parameters(paramLabel = "NUMBER", arity = "0..1")
    private @Nullable Integer number;

    @Option(names = "--name", paramLabel = "N")
    private @Nullable String name;

    @Option(names = "--query", paramLabel = "Q")
    private String query = "";

    @Option(names = "--for", split = ",", paramLabel = "PERSON")
    private @Nullable List<String> persons;

    @Option(names = "--for-all")
    private boolean forAll;

    @Option(names = "--next")
    private boolean next;

    @Option(names = "--after", paramLabel = "REF")
    private @Nullable String after;

    @Option(names = "--close")
    private boolean close;

    @Override
    public Integer call() {
        if ((number == null) == (name == null) && number != null) {
            throw new ArchiveException.InvalidInput("NUMBER, --name", "onlyOne");
        }
        return options.with(archive -> {
            if (name != null) {
                tell(archive.reviewSets().progress(made(archive, name).number()), true);
            } else if (number != null) {
                one(archive, number);
            } else {
                list(archive);
            }
            return ExitCode.DONE;
        });
    }

    private ReviewSet made(Archive archive, String called) {
        SearchRequest request = new SearchRequest(
                        query, narrowing.filter(options.locale()), SearchRequest.Sort.RELEVANCE, 1, 0, 1)
                .in(options.locale());
        try {
            return archive.reviewSets()
                    .make(
                            called,
                            request,
                            persons == null ? List.of() : persons,
                            options.output().progress());
        } catch (ArchiveException.QueryNotUnderstood e) {
            options.output().complain(SearchCommand.pointed(query, e));
            throw e;
        }
    }

    private void one(Archive archive, int set) {
        if (persons != null || forAll) {
            archive.reviewSets().assign(set, persons == null ? List.of() : persons);
        }
        if (close) {
            archive.reviewSets().close(set);
        }
        ObjectNode document = tell(archive.reviewSets().progress(set), !next);
        if (next) {
            Optional<Reference> from = Optional.ofNullable(after).map(given -> Allowed.reference("--after", given));
            Optional<Reference> found = archive.reviewSets().next(set, from);
            found.ifPresentOrElse(
                    reference -> options.output().line(reference.toString()),
                    () -> options.output().say("reviewSet.noneLeft"));
            found.ifPresent(reference -> document.put("next", reference.toString()));
            options.output().document(document);
        }
    }

    private void list(Archive archive) {
        ArrayNode sets = Output.array();
        List<ReviewSet> all = new ArrayList<>(archive.reviewSets().all());
        if (all.isEmpty()) {
            options.output().say("reviewSet.none");
        }
        all.forEach(set -> sets.add(told(archive.reviewSets().progress(set.number()))));
        options.output().document(Output.object().set("sets", sets));
    }

    private ObjectNode tell(ReviewProgress progress, boolean whole) {
        ObjectNode node = told(progress);
        if (whole) {
            options.output().document(node);
        }
        return node;
    }

    private ObjectNode told(ReviewProgress progress) {
        Output output = options.output();
        ReviewSet set = progress.set();
        output.say(
                set.closed() ? "reviewSet.closed" : "reviewSet.line",
                set.number(),
                set.name(),
                progress.reviewed(),
                set.items(),
                progress.left());
        output.say(
                set.open() ? "reviewSet.forAll" : "reviewSet.for",
                output.words().list(set.persons().stream()));
        progress.by().forEach((person, count) -> output.say("reviewSet.by", person, count));
        ObjectNode node = Output.object()
                .put("set", set.number())
                .put("name", set.name())
                .put("query", set.query())
                .put("madeBy", set.madeBy())
                .put("at", set.at().toString())
                .put("closed", set.closed())
                .put("items", set.items())
                .put("reviewed", progress.reviewed())
                .put("left", progress.left());
        ArrayNode given = node.putArray("persons");
        set.persons().forEach(given::add);
        ObjectNode by = node.putObject("by");
        progress.by().forEach(by::put);
        return node;
    }
}
