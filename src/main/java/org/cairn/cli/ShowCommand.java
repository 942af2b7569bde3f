package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Drafts;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Page;
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
        description = "Shows a record, or the text of a page.",
        footer = {"", "Examples: cairn show T-0007", "          cairn show E-0123 --page 4 --text"})
final class ShowCommand implements Callable<Integer> {

    private static final int PASSAGES_AT_ONCE = 10_000;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", description = "a reference, such as T-0007")
    @SuppressWarnings("NullAway.Init")
    private String reference;

    @Option(
            names = {"--page", "--paragraph"},
            paramLabel = "N",
            description = "only this page, paragraph or part")
    private @Nullable Integer ordinal;

    @Option(names = "--text", description = "the text alone")
    private boolean text;

    @Option(names = "--identity", description = "also who a witness is: for identity custodians, and written down")
    private boolean identity;

    @Override
    public Integer call() {
        Reference known = Allowed.reference("REF", reference);
        return options.with(archive -> show(archive, known));
    }

    private int show(Archive archive, Reference known) {
        Output output = options.output();
        Revision revision = archive.records().open(known);
        ObjectNode document = Output.object();
        document.put("ref", known.toString())
                .put("revision", revision.number())
                .put("hash", revision.hash().hex())
                .put("keptAt", revision.at().toString())
                .put("author", revision.author());
        document.set("record", Output.parse(Drafts.write(revision.record())));
        if (known.kind() == RecordKind.EVIDENCE) {
            evidence(archive, known, document, output);
        } else if (revision.record() instanceof Testimony testimony) {
            testimony(testimony, document, output);
        } else if (ordinal != null || text) {
            throw new ArchiveException.InvalidInput(ordinal == null ? "--text" : "--page", "noPages");
        }
        if (identity) {
            archive.witnesses()
                    .identity(known)
                    .ifPresent(who -> document.putObject("identity")
                            .put("name", who.name())
                            .put("contact", who.contact()));
        }
        if (!text) {
            output.line(document.toPrettyString());
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private void evidence(Archive archive, Reference known, ObjectNode document, Output output) {
        archive.evidence().reading(known).ifPresent(reading -> document.set("reading", json(reading)));
        ArrayNode children = document.putArray("children");
        archive.evidence().children(known).stream()
                .map(Summary::reference)
                .forEach(child -> children.add(child.toString()));
        if (ordinal == null && !text) {
            return;
        }
        ArrayNode passages = document.putArray("passages");
        for (Passage passage : passages(archive, known)) {
            ObjectNode node = passages.addObject();
            node.put(passage.unit().name().toLowerCase(Locale.ROOT), passage.ordinal())
                    .put("text", passage.text());
            passage.language().ifPresent(language -> node.put("language", language.tag()));
            if (text) {
                output.line(passage.text());
            }
        }
    }

    private List<Passage> passages(Archive archive, Reference known) {
        if (ordinal == null) {
            return all(archive, known);
        }
        int asked = ordinal;
        return archive.evidence()
                .passage(known, asked)
                .map(List::of)
                .orElseThrow(() -> noSuchPage(archive, known, asked));
    }

    private static ArchiveException noSuchPage(Archive archive, Reference known, int ordinal) {
        long parts = archive.evidence().passages(known, 0, 1).total();
        long pages = archive.evidence().reading(known).map(Reading::pages).orElse(0);
        long last = Math.max(parts, pages);
        return ordinal > 0 && ordinal <= last
                ? new ArchiveException.InvalidInput("--page", "noTextThere")
                : Allowed.refused("--page", within(last));
    }

    private static List<Passage> all(Archive archive, Reference known) {
        List<Passage> all = new ArrayList<>();
        Page<Passage> page;
        do {
            page = archive.evidence().passages(known, all.size(), PASSAGES_AT_ONCE);
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }

    /// What there is to choose from; nothing where there is nothing.
    private static List<String> within(long last) {
        return last == 0 ? List.of() : List.of("1 – " + last);
    }

    private void testimony(Testimony testimony, ObjectNode document, Output output) {
        int last = testimony.paragraphs().size();
        if (ordinal != null && (ordinal < 1 || ordinal > last)) {
            throw Allowed.refused("--paragraph", within(last));
        }
        if (ordinal == null && !text) {
            return;
        }
        ArrayNode passages = document.putArray("passages");
        for (int i = 0; i < testimony.paragraphs().size(); i++) {
            if (ordinal == null || ordinal == i + 1) {
                String words = testimony.paragraphs().get(i).text();
                passages.addObject().put("paragraph", i + 1).put("text", words);
                if (text) {
                    output.line((i + 1) + ". " + words);
                }
            }
        }
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
