package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Lookalikes.Sense;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists items that look alike, or keeps that two of them are not the same.
@Command(
        name = "near-duplicates",
        footer = {
            "  cairn near-duplicates",
            "  cairn near-duplicates E-0012",
            "  cairn near-duplicates E-0012 --not-the-same E-0003",
            "  cairn relate E-0012 COPY_OF E-0003"
        })
final class NearDuplicatesCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "0..1")
    private @Nullable String reference;

    @Option(names = "--not-the-same", paramLabel = "OTHER")
    private @Nullable String unlike;

    @Option(names = "--after", paramLabel = "REF")
    private @Nullable String after;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 100;

    @Override
    public Integer call() {
        Allowed.count("--limit", limit);
        if (reference == null && unlike == null) {
            int from = after == null ? 0 : Allowed.reference("--after", after).number();
            return options.with(archive -> all(archive, from));
        }
        Reference item = Allowed.reference("REF", reference == null ? "" : reference);
        String other = unlike;
        return other == null
                ? options.with(archive -> tell(archive.lookalikes().of(item)))
                : settle(item, Allowed.reference("--not-the-same", other));
    }

    /// Whoever may take evidence in has pictures looked at first.
    private int all(Archive archive, int from) {
        if (archive.lookalikes().mayJudge()) {
            archive.lookalikes().lookAtPictures(options.output().progress());
        }
        return tell(archive.lookalikes().pairs(from, limit, options.output().progress()));
    }

    private int settle(Reference item, Reference other) {
        return options.with((Archive archive) -> {
            archive.lookalikes().notTheSame(item, other);
            options.output().say("alike.settled", item.toString(), other.toString());
            options.output()
                    .document(Output.object().put("ref", item.toString()).put("notTheSame", other.toString()));
            return ExitCode.DONE;
        });
    }

    private int tell(List<Suggestion> suggestions) {
        Output output = options.output();
        if (suggestions.isEmpty()) {
            output.say("alike.none");
        }
        ArrayNode pairs = Output.array();
        for (Suggestion one : suggestions) {
            output.line(line(output.words(), one));
            pairs.add(json(one));
        }
        output.document(Output.object().set("pairs", pairs));
        return ExitCode.DONE;
    }

    /// One suggestion, as `show` tells it too.
    static String line(Words words, Suggestion one) {
        return words.text(
                one.sense() == Sense.WORDS ? "alike.line" : "alike.pictureLine",
                one.item().reference().toString(),
                one.other().reference().toString(),
                String.valueOf(one.percent()),
                one.other().title());
    }

    static ObjectNode json(Suggestion one) {
        return Output.object()
                .put("ref", one.item().reference().toString())
                .put("other", one.other().reference().toString())
                .put("sense", one.sense().name())
                .put("percent", one.percent());
    }
}
