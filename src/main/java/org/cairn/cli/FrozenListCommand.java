package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.SavedSearches.OpenedList;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the lists that were frozen from saved searches, or what is on one of them, or gives one another name.
@Command(
        name = "frozen-list",
        footer = {
            "  cairn frozen-list",
            "  cairn frozen-list K-0001",
            "  cairn frozen-list K-0001 --rename \"For the second hearing\"",
            "  cairn batch --list K-0001 --tag hearing"
        })
final class FrozenListCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "K-0001", arity = "0..1")
    private @Nullable String reference;

    @Option(names = "--rename", paramLabel = "NAME")
    private @Nullable String rename;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 100;

    @Option(names = "--offset", paramLabel = "N")
    private int offset;

    @Override
    public Integer call() {
        Allowed.count("--limit", limit);
        Allowed.offset("--offset", offset);
        if (reference == null && rename != null) {
            throw new ArchiveException.InvalidInput("K-0001", "missing");
        }
        return options.with(archive -> reference == null
                ? new KeptLines(options.output())
                        .show("lists", archive.savedSearches().lists(offset, limit))
                : one(archive, Allowed.reference("K-0001", reference)));
    }

    private int one(Archive archive, Reference list) {
        return rename == null ? show(archive, list) : new KeptLines(options.output()).rename(archive, list, rename);
    }

    private int show(Archive archive, Reference list) {
        Output output = options.output();
        OpenedList opened = archive.savedSearches().openList(list);
        String hash = opened.lines().hash().hex();
        output.line(opened.list().name());
        output.say(
                "frozen.of",
                opened.lines().count(),
                opened.list().search().toString(),
                opened.list().revision(),
                opened.frozenAt().toString(),
                opened.frozenBy());
        output.say("frozen.hash", hash);
        ObjectNode document = Output.object()
                .put("ref", list.toString())
                .put("name", opened.list().name())
                .put("search", opened.list().search().toString())
                .put("searchRevision", opened.list().revision())
                .put("frozenAt", opened.frozenAt().toString())
                .put("frozenBy", opened.frozenBy())
                .put("headLine", opened.list().headLine())
                .put("head", opened.list().head().hex())
                .put("analyser", opened.list().analyser())
                .put("count", opened.lines().count())
                .put("list", hash);
        document.set("items", new KeptLines(output).lines(archive, opened.lines(), offset, limit));
        output.document(document);
        return ExitCode.DONE;
    }
}
