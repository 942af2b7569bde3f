package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Page;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;

/// Saved searches, frozen lists and what is on them, a line each.
final class KeptLines {

    private static final int REFERENCE = 10;

    private final Output output;

    KeptLines(Output output) {
        this.output = output;
    }

    static ObjectNode json(Kept kept) {
        return Output.object()
                .put("reference", kept.reference().toString())
                .put("revision", kept.revision())
                .put("hash", kept.hash().hex());
    }

    /// All that somebody may see of a kind.
    ///
    /// @param member what the document calls them
    int show(String member, Page<Summary> page) {
        ObjectNode document = Output.object().put("total", page.total());
        ArrayNode items = document.putArray(member);
        for (Summary line : page.items()) {
            output.line(Columns.pad(line.reference().toString(), REFERENCE) + line.title() + "  ["
                    + output.words().word("protection", line.protection().name()) + "]  " + line.keptAt() + "  "
                    + line.author());
            items.addObject()
                    .put("ref", line.reference().toString())
                    .put("name", line.title())
                    .put("protection", line.protection().name())
                    .put("revision", line.revision())
                    .put("keptAt", line.keptAt().toString())
                    .put("author", line.author());
        }
        output.aside("list.total", page.items().size(), page.total());
        output.document(document);
        return ExitCode.DONE;
    }

    /// Gives one of them another name.
    int rename(Archive archive, Reference reference, String name) {
        Kept kept = archive.savedSearches().rename(reference, name);
        output.say("saved.renamed", reference.toString(), name.strip());
        output.document(json(kept).put("name", name.strip()));
        return ExitCode.DONE;
    }

    /// A part of a list.
    ArrayNode lines(Archive archive, FrozenList list, int offset, int limit) {
        ArrayNode items = Output.array();
        list.lines().stream().skip(offset).limit(limit).forEach(line -> {
            line(archive, line.reference(), "");
            items.addObject().put("ref", line.reference().toString()).put("revision", line.revision());
        });
        return items;
    }

    /// A record with its title, and a word on why it stands here.
    void line(Archive archive, Reference reference, String why) {
        String title = archive.records()
                .summary(reference)
                .map(Summary::title)
                .map(plain -> output.words().title(reference.kind(), plain))
                .orElse("");
        output.line(
                "  " + Columns.pad(reference.toString(), REFERENCE) + title + (why.isEmpty() ? "" : "  [" + why + "]"));
    }
}
