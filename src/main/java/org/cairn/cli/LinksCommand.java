package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cairn.archive.ElementLinks;
import org.cairn.archive.Linked;
import org.cairn.domain.CrimeElement;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a record bears on, what bears on an element of a crime, or how all elements stand.
@Command(
        name = "links",
        footer = {
            "  cairn links",
            "  cairn links T-0007",
            "  cairn links --element PAL.PURP",
            "  cairn links --elements"
        })
final class LinksCommand implements Callable<Integer> {

    private static final int CODE = 14;
    private static final String GAP = "  ";
    private static final List<String> ONE_OF =
            List.of("cairn links T-0001", "cairn links --element PAL.PURP", "cairn links --elements");

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "0..1")
    private @Nullable String reference;

    @Option(names = "--element", paramLabel = "CODE")
    private @Nullable String element;

    @Option(names = "--elements")
    private boolean elements;

    @Override
    public Integer call() {
        if (reference != null && (element != null || elements) || element != null && elements) {
            throw Allowed.refused(elements ? "--elements" : "--element", ONE_OF);
        }
        if (reference != null) {
            Reference record = Allowed.reference("REF", reference);
            if (!ElementLink.LINKED.contains(record.kind())) {
                throw Allowed.refused("REF", List.of("T-0001", "E-0001", "M-0001"));
            }
            return options.with(archive -> list(archive.elementLinks().of(record), record.toString()));
        }
        return options.with(archive -> {
            ElementLinks links = archive.elementLinks();
            if (element != null) {
                CrimeElement asked = links.known(element);
                options.output().line(named(asked));
                return list(links.to(asked.code()), asked.code());
            }
            return elements ? known(links.known()) : matrix(links.matrix());
        });
    }

    private int list(List<Linked> links, String of) {
        Output output = options.output();
        ArrayNode items = Output.array();
        if (links.isEmpty()) {
            output.say("links.none", of);
        }
        for (Linked one : links) {
            output.line(line(one));
            items.add(json(one));
        }
        output.document(Output.object().set("links", items));
        return ExitCode.DONE;
    }

    private String line(Linked one) {
        Words words = options.output().words();
        String where = one.place().map(Pinpoint::toString).orElse(one.subject().toString());
        if (one.link().isEmpty() || one.revision().isEmpty()) {
            return words.text("links.tag", where, one.element());
        }
        ElementLink link = one.link().get();
        List<String> said = new ArrayList<>();
        said.add(words.word("bearing", link.bearing().name()));
        link.directness().ifPresent(how -> said.add(words.word("directness", how.name())));
        link.weight().ifPresent(heavy -> said.add(words.text("links.weight", heavy, ElementLink.HEAVIEST)));
        link.incident().map(Reference::toString).ifPresent(said::add);
        link.suspect().map(Reference::toString).ifPresent(said::add);
        said.add(words.word("link-standing", link.standing().name()));
        said.add(one.revision().get().author());
        String line = String.join(
                GAP, one.revision().get().reference().toString(), where, one.element(), words.list(said.stream()));
        String full = link.rationale().isBlank() ? line : words.text("field", line, link.rationale());
        return link.withdrawn()
                .map(why -> words.text("links.withdrawn", full, why))
                .orElse(full);
    }

    private static ObjectNode json(Linked one) {
        ObjectNode item = Output.object();
        one.revision()
                .ifPresent(revision -> item.put("ref", revision.reference().toString()));
        item.put("subject", one.subject().toString()).put("element", one.element());
        one.place().ifPresent(where -> item.put("pinpoint", where.toString()));
        item.put("tag", one.revision().isEmpty());
        one.link().ifPresent(link -> {
            item.put("bearing", link.bearing().name());
            link.directness().ifPresent(how -> item.put("directness", how.name()));
            link.weight().ifPresent(heavy -> item.put("weight", heavy));
            link.incident().ifPresent(event -> item.put("incident", event.toString()));
            link.suspect().ifPresent(person -> item.put("suspect", person.toString()));
            item.put("rationale", link.rationale())
                    .put("standing", link.standing().name())
                    .put("protection", link.protection().name());
            link.withdrawn().ifPresent(why -> item.put("withdrawn", why));
        });
        one.revision()
                .ifPresent(revision -> item.put("revision", revision.number())
                        .put("author", revision.author())
                        .put("at", revision.at().toString()));
        return item;
    }

    private int known(List<CrimeElement> all) {
        ArrayNode items = Output.array();
        for (CrimeElement one : all) {
            options.output().line(named(one));
            items.add(json(one));
        }
        options.output().document(Output.object().set("elements", items));
        return ExitCode.DONE;
    }

    private ObjectNode json(CrimeElement one) {
        return Output.object()
                .put("code", one.code())
                .put("instrument", one.instrument())
                .put("citation", one.citation())
                .put("reviewed", one.reviewed());
    }

    /// The code, what it is called, where it stands, and that no lawyer has checked it where none has.
    private String named(CrimeElement one) {
        Words words = options.output().words();
        String where = words.area("bundle")
                .text("instrument." + one.instrument(), one.citation().replace(",", ", "));
        String line = Columns.pad(one.code(), CODE) + words.word("element", one.code()) + " – " + where;
        return one.reviewed() ? line : words.text("links.unchecked", line);
    }

    private int matrix(List<ElementLinks.Row> rows) {
        Output output = options.output();
        ArrayNode items = Output.array();
        if (rows.isEmpty()) {
            output.say("links.nothing");
        }
        for (ElementLinks.Row row : rows) {
            output.line(Columns.pad(row.element().code(), CODE) + counted(row) + " – "
                    + output.words().word("element", row.element().code()));
            ObjectNode item = json(row.element());
            for (Bearing way : Bearing.values()) {
                item.put(way.name().toLowerCase(Locale.ROOT), row.of(way));
            }
            items.add(item.put("tagged", row.tagged()));
        }
        output.document(Output.object().set("elements", items));
        return ExitCode.DONE;
    }

    private String counted(ElementLinks.Row row) {
        Words words = options.output().words();
        List<String> counts = new ArrayList<>();
        for (Bearing way : Bearing.values()) {
            if (row.of(way) > 0) {
                counts.add(words.text("links.count", words.word("bearing", way.name()), row.of(way)));
            }
        }
        if (row.tagged() > 0) {
            counts.add(words.text("links.count", words.text("links.tagged"), row.tagged()));
        }
        return words.list(counts.stream());
    }
}
