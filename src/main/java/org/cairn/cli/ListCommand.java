package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.dates.DateWording;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the records of a kind.
@Command(name = "list", footer = "  cairn list testimony --sort date --limit 50")
final class ListCommand implements Callable<Integer> {

    private static final int REFERENCE = 9;
    private static final int PROTECTION = 22;
    private static final int DATE = 20;
    private static final int LANGUAGE = 9;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "KIND")
    @SuppressWarnings("NullAway.Init")
    private String kind;

    @Option(names = "--sort", paramLabel = "BY")
    private ListQuery.Sort sort = ListQuery.Sort.REFERENCE;

    @Option(names = "--descending")
    private boolean descending;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 100;

    @Option(names = "--offset", paramLabel = "N")
    private int offset;

    @Option(names = "--of", paramLabel = "W-0001")
    private @Nullable String witness;

    @Override
    public Integer call() {
        RecordKind known = Allowed.kind("KIND", kind);
        Optional<Reference> of = Optional.ofNullable(witness).map(text -> Allowed.reference("--of", text));
        int most = Allowed.count("--limit", limit);
        int first = Allowed.offset("--offset", offset);
        ListQuery query = new ListQuery(sort, descending, most, first, of, Optional.empty());
        return options.with(archive -> list(archive, known, query));
    }

    private int list(Archive archive, RecordKind known, ListQuery query) {
        Output output = options.output();
        Page<Summary> page = archive.records().list(known, query);
        ObjectNode document = Output.object().put("kind", known.code()).put("total", page.total());
        ArrayNode items = document.putArray("items");
        for (Summary line : page.items()) {
            items.add(json(line));
            output.line(text(output.words(), line));
        }
        output.aside("list.total", page.items().size(), page.total());
        output.document(document);
        return ExitCode.DONE;
    }

    private static String text(Words words, Summary line) {
        return Columns.pad(line.reference().toString(), REFERENCE)
                + Columns.pad(words.word("protection", line.protection().name()), PROTECTION)
                + Columns.pad(
                        line.date().map(DateWording.in(words.locale())::brief).orElse(""), DATE)
                + Columns.pad(line.language().map(LanguageTag::tag).orElse(""), LANGUAGE)
                + words.title(line.reference().kind(), line.title(), line.said());
    }

    private static ObjectNode json(Summary line) {
        ObjectNode item = Output.object();
        item.put("ref", line.reference().toString())
                .put("title", line.title())
                .put("type", line.type())
                .put("protection", line.protection().name())
                .put("sealed", line.closed())
                .put("revision", line.revision())
                .put("keptAt", line.keptAt().toString())
                .put("author", line.author());
        line.said().ifPresent(subject -> item.put("titleSaidByFile", subject));
        line.language().ifPresent(language -> item.put("language", language.tag()));
        line.date().ifPresent(date -> item.put("date", date.edtf()));
        line.concerns().ifPresent(concerned -> item.put("witness", concerned.toString()));
        if (!line.state().isEmpty()) {
            item.put("state", line.state());
        }
        return item;
    }
}
