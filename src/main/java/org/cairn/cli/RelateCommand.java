package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Relatives.Relative;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what one item is to another, or shows it.
@Command(
        name = "relate",
        footer = {
            "  cairn relate E-0012 COPY_OF E-0003",
            "  cairn relate E-0003 ORIGINAL_OF E-0012",
            "  cairn relate E-0012"
        })
final class RelateCommand implements Callable<Integer> {

    private static final String ORIGINAL = "ORIGINAL_OF";

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(index = "0", paramLabel = "REF")
    private String reference = "";

    @Parameters(index = "1", paramLabel = "WAY", arity = "0..1")
    private @Nullable String way;

    @Parameters(index = "2", paramLabel = "OTHER", arity = "0..1")
    private @Nullable String other;

    @Option(names = "--undo")
    private boolean undo;

    @Override
    public Integer call() {
        Reference item = Allowed.reference("REF", reference);
        if (way == null) {
            return options.with(archive -> show(archive, item));
        }
        String asked = way.toUpperCase(Locale.ROOT);
        Reference to = Allowed.reference("OTHER", other == null ? "" : other);
        boolean original = asked.equals(ORIGINAL);
        Way known = original ? Way.COPY_OF : Way.valueOf(Allowed.oneOf(ways(), "WAY", asked));
        Reference later = original ? to : item;
        Reference earlier = original ? item : to;
        return options.with(archive -> {
            if (undo) {
                archive.relatives().unrelate(later, known, earlier);
            } else {
                archive.relatives().relate(later, known, earlier);
            }
            return show(archive, item);
        });
    }

    private static List<String> ways() {
        return java.util.stream.Stream.concat(
                        Arrays.stream(Way.values()).map(Way::name), java.util.stream.Stream.of(ORIGINAL))
                .toList();
    }

    private int show(Archive archive, Reference item) {
        Output output = options.output();
        ArrayNode all = Output.array();
        List<Relative> relatives = archive.relatives().of(item);
        if (relatives.isEmpty()) {
            output.say("relate.none", item.toString());
        }
        for (Relative relative : relatives) {
            String list = relative.inverse() ? "relation-back" : "relation";
            output.say(
                    "relate.line",
                    item.toString(),
                    output.words().word(list, relative.way().name()),
                    relative.other().reference().toString(),
                    relative.other().title());
            all.add(Output.object()
                    .put("way", relative.way().name())
                    .put("inverse", relative.inverse())
                    .put("other", relative.other().reference().toString())
                    .put("found", relative.found()));
        }
        output.document(Output.object().put("ref", item.toString()).set("relations", all));
        return ExitCode.DONE;
    }
}
