package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Reviews;
import org.cairn.domain.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Marks records as looked through, takes the mark back, or tells who has looked them through.
@Command(
        name = "review",
        footer = {"  cairn review E-0001 E-0002", "  cairn review E-0001 --undo", "  cairn review E-0001 --who"})
final class ReviewCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "1..*")
    private List<String> references = List.of();

    @Option(names = "--undo")
    private boolean undo;

    @Option(names = "--who")
    private boolean who;

    @Override
    public Integer call() {
        List<Reference> records = references.stream()
                .map(given -> Allowed.reference("REF", given))
                .toList();
        return options.with(archive -> {
            Output output = options.output();
            ArrayNode items = Output.array();
            for (Reference record : records) {
                items.add(who ? told(archive, output, record) : marked(archive, output, record));
            }
            output.document(Output.object().set("items", items));
            return ExitCode.DONE;
        });
    }

    private ObjectNode marked(Archive archive, Output output, Reference record) {
        boolean changed =
                undo ? archive.reviews().takeBack(record) : archive.reviews().mark(record);
        String key = undo ? "review.undone" : "review.marked";
        output.say(changed ? key : key + ".already", record.toString());
        return Output.object()
                .put("ref", record.toString())
                .put("reviewed", !undo)
                .put("changed", changed);
    }

    private static ObjectNode told(Archive archive, Output output, Reference record) {
        List<Reviews.Standing> standing = archive.reviews().of(record);
        ObjectNode item = Output.object().put("ref", record.toString());
        ArrayNode marks = item.putArray("marks");
        if (standing.isEmpty()) {
            output.say("review.nobody", record.toString());
        }
        for (Reviews.Standing one : standing) {
            output.say(
                    one.outdated() ? "review.by.outdated" : "review.by",
                    record.toString(),
                    one.mark().person(),
                    one.mark().at().toString(),
                    one.mark().revision());
            marks.add(Output.object()
                    .put("person", one.mark().person())
                    .put("at", one.mark().at().toString())
                    .put("revision", one.mark().revision())
                    .put("changedSince", one.changed())
                    .put("readAgainSince", one.readAgain())
                    .put("ledger", one.mark().sequence()));
        }
        return item;
    }
}
