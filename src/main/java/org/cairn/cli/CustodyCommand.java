package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
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
@Command(
        name = "custody",
        description = "Shows the ledger, of one record or of all.",
        footer = {"", "Example: cairn custody E-0012"})
final class CustodyCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "0..1", description = "only what happened to this")
    private @Nullable String reference;

    @Option(names = "--after", paramLabel = "SEQ", description = "only lines after this one")
    private long after;

    @Option(names = "--limit", paramLabel = "N", description = "how many at most")
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
            output.line("%6d  %s  %-10s %-18s %-8s %s"
                    .formatted(
                            event.sequence(),
                            event.at(),
                            event.actor(),
                            event.action(),
                            event.subject().map(Reference::toString).orElse(""),
                            event.details().entrySet().stream()
                                    .map(detail -> detail.getKey() + "=" + detail.getValue())
                                    .collect(Collectors.joining(" "))));
        }
        output.document(document);
        return ExitCode.DONE;
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
