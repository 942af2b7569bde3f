package org.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Drafts;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows one record, or the text of one of its pages.
@Command(
        name = "show",
        footer = {"  cairn show T-0007", "  cairn show E-0123 --page 4 --text"})
final class ShowCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF")
    @SuppressWarnings("NullAway.Init")
    private String reference;

    @Option(
            names = {"--page", "--paragraph"},
            paramLabel = "N")
    private @Nullable Integer ordinal;

    @Option(names = "--text")
    private boolean text;

    @Option(names = "--identity")
    private boolean identity;

    @Override
    public Integer call() {
        Reference known = Allowed.reference("REF", reference);
        return options.with(archive -> show(archive, known));
    }

    private int show(Archive archive, Reference known) {
        Revision revision = archive.records().open(known);
        ObjectNode document = Output.object()
                .put("ref", known.toString())
                .put("revision", revision.number())
                .put("hash", revision.hash().hex())
                .put("keptAt", revision.at().toString())
                .put("author", revision.author());
        document.set("record", Output.parse(Drafts.write(revision.record())));
        if (known.kind() == RecordKind.EVIDENCE) {
            evidence(archive, known, document);
        }
        if (ordinal != null || text) {
            document.set("passages", passages(archive, revision));
        }
        if (identity) {
            archive.witnesses()
                    .identity(known)
                    .ifPresent(who -> document.putObject("identity")
                            .put("name", who.name())
                            .put("contact", who.contact()));
        }
        tell(options.output(), document);
        options.output().document(document);
        return ExitCode.DONE;
    }

    private static void evidence(Archive archive, Reference known, ObjectNode document) {
        archive.evidence().reading(known).ifPresent(reading -> document.set("reading", json(reading)));
        ArrayNode children = document.putArray("children");
        archive.evidence().children(known).stream()
                .map(Summary::reference)
                .forEach(child -> children.add(child.toString()));
    }

    private ArrayNode passages(Archive archive, Revision revision) {
        Parts parts = new Parts(archive, Optional.ofNullable(ordinal));
        List<Passage> asked = switch (revision.record()) {
            case EvidenceItem item -> parts.of(revision.reference());
            case Testimony testimony -> parts.of(testimony);
            default -> throw new ArchiveException.InvalidInput(ordinal == null ? "--text" : "--page", "noPages");
        };
        ArrayNode passages = Output.array();
        asked.forEach(passage -> passages.add(json(passage)));
        return passages;
    }

    /// The text alone, or everything in words.
    private void tell(Output output, ObjectNode document) {
        JsonNode passages = document.path("passages");
        if (text && passages.isEmpty()) {
            output.warn("show.noText", reference);
        }
        if (!text) {
            everythingElse(output, document);
        }
        for (JsonNode passage : passages) {
            String words = passage.path("text").asText();
            output.line(passage.has("paragraph") ? passage.path("paragraph").asText() + ". " + words : words);
        }
    }

    private static void everythingElse(Output output, ObjectNode document) {
        RecordText written = new RecordText(output.words());
        ObjectNode around = document.deepCopy();
        around.remove("passages");
        JsonNode record = around.remove("record");
        written.lines("", around).forEach(output::line);
        output.line("");
        written.lines("", record).forEach(output::line);
        if (document.has("passages")) {
            output.line("");
        }
    }

    private static ObjectNode json(Passage passage) {
        ObjectNode node = Output.object();
        node.put(passage.unit().name().toLowerCase(Locale.ROOT), passage.ordinal())
                .put("text", passage.text());
        passage.language().ifPresent(language -> node.put("language", language.tag()));
        return node;
    }

    static ObjectNode json(Reading reading) {
        ObjectNode node = Output.object();
        node.put("status", reading.status().name())
                .put("reason", reading.reason())
                .put("mediaType", reading.mediaType())
                .put("pages", reading.pages())
                .put("passages", reading.passages())
                .put("childrenExpected", reading.childrenExpected())
                .put("childrenFound", reading.childrenFound());
        Optional<LanguageTag> language = reading.language();
        language.ifPresent(tag -> node.put("language", tag.tag()));
        ClaimedDate.of(reading)
                .ifPresent(claim -> node.putObject("claimedDate")
                        .put("of", claim.of().name())
                        .put("edtf", claim.date().edtf()));
        ObjectNode metadata = node.putObject("metadata");
        reading.metadata().forEach(metadata::put);
        return node;
    }
}
