package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.archive.Archive;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the ledger, of one record or of all.
@Command(name = "custody", footer = "  cairn custody E-0012")
final class CustodyCommand implements Callable<Integer> {

    private static final int ACTOR = 12;
    private static final int ACTION = 30;
    private static final int SUBJECT = 9;
    private static final String EVENT = "event";

    /// Details that hold several codes.
    private static final Set<String> SEVERAL = Set.of("roles", "missing", "exhibits", "consent", "conditionsMet");

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "0..1")
    private @Nullable String reference;

    @Option(names = "--after", paramLabel = "SEQ")
    private long after;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 1_000;

    @Override
    public Integer call() {
        Optional<Reference> subject = Optional.ofNullable(reference).map(text -> Allowed.reference("REF", text));
        Allowed.count("--limit", limit);
        return options.with(archive -> show(archive, subject));
    }

    private int show(Archive archive, Optional<Reference> subject) {
        Output output = options.output();
        List<CustodyEvent> events = archive.custody().events(subject, after, limit);
        ObjectNode document = Output.object().put("total", archive.custody().count());
        ArrayNode lines = document.putArray("events");
        for (CustodyEvent event : events) {
            lines.add(json(event));
            output.line(text(output.words(), event));
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private static String text(Words words, CustodyEvent event) {
        FieldWords fields = new FieldWords(words);
        return "%6d  %s  ".formatted(event.sequence(), event.at())
                + Columns.pad(event.actor(), ACTOR)
                + Columns.pad(words.word("custody-action", event.action()), ACTION)
                + Columns.pad(event.subject().map(Reference::toString).orElse(""), SUBJECT)
                + event.details().entrySet().stream()
                        .filter(detail -> !detail.getValue().isEmpty())
                        .map(detail -> detail(fields, detail.getKey(), detail.getValue()))
                        .collect(Collectors.joining(" · "));
    }

    private static String detail(FieldWords fields, String key, String value) {
        return fields.line(
                EVENT, key, fields.values(EVENT, key, SEVERAL.contains(key) ? several(value) : List.of(value)));
    }

    private static List<String> several(String value) {
        return Arrays.asList(value.split(", *"));
    }

    private static ObjectNode json(CustodyEvent event) {
        ObjectNode node = Output.object();
        node.put("sequence", event.sequence())
                .put("at", event.at().toString())
                .put("actor", event.actor())
                .put("action", event.action());
        event.subject().ifPresent(subject -> node.put("subject", subject.toString()));
        ObjectNode details = node.putObject("details");
        event.details().forEach(details::put);
        node.put("previous", event.previous().hex())
                .put("hash", event.hash().hex())
                .put("signature", event.signature())
                .put("signer", event.signer());
        return node;
    }
}
