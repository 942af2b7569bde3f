package org.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Drafts;
import org.cairn.archive.Letter;
import org.cairn.archive.Lookalikes;
import org.cairn.archive.OpenedIdentity;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Identity;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.domain.reading.Passage;
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
        List<Letter> letters =
                known.kind() == RecordKind.EVIDENCE ? archive.correspondence().of(known) : List.of();
        if (!letters.isEmpty()) {
            document.set("correspondence", LetterLines.of(letters));
        }
        if (ordinal != null || text) {
            document.set("passages", passages(archive, revision));
        }
        if (identity) {
            identities(archive.witnesses().identities(known), document);
        }
        tell(options.output(), document, answers(archive, revision), added(archive, revision));
        if (known.kind() == RecordKind.EVIDENCE) {
            waiting(archive, known, document);
            looksLike(archive, known, document);
        }
        if (!text) {
            LetterLines.tell(letters, options.output());
        }
        options.output().document(document);
        return ExitCode.DONE;
    }

    private void looksLike(Archive archive, Reference known, ObjectNode document) {
        ArrayNode alike = document.putArray("looksLike");
        for (Lookalikes.Suggestion one : archive.lookalikes().of(known)) {
            options.output().line(NearDuplicatesCommand.line(options.output().words(), one));
            alike.add(NearDuplicatesCommand.json(one));
        }
    }

    private static void identities(List<OpenedIdentity> opened, ObjectNode document) {
        ArrayNode former = Output.array();
        opened.stream().skip(1).forEach(one -> former.add(identity(one)));
        opened.stream().findFirst().ifPresent(last -> document.set("identity", identity(last)));
        if (!former.isEmpty()) {
            document.set("formerIdentities", former);
        }
    }

    private static ObjectNode identity(OpenedIdentity opened) {
        Identity who = opened.who();
        ObjectNode written = Output.object().put("name", who.name());
        who.aliases().forEach(written.putArray("aliases")::add);
        who.born().ifPresent(born -> written.put("born", born.verbatim()));
        written.put("contact", who.contact());
        who.family().forEach(written.putArray("family")::add);
        written.put("note", who.note()).put("revision", opened.number());
        opened.at().ifPresent(at -> written.put("sealedAt", at.toString()));
        opened.by().ifPresent(by -> written.put("sealedBy", by));
        return written;
    }

    private static void evidence(Archive archive, Reference known, ObjectNode document) {
        archive.evidence().reading(known).ifPresent(reading -> document.set("reading", ReadingJson.of(reading)));
        ArrayNode children = document.putArray("children");
        archive.evidence().children(known).stream()
                .map(Summary::reference)
                .forEach(child -> children.add(child.toString()));
    }

    /// How many pages wait to be recognised, and what is missing where nothing can recognise them.
    private void waiting(Archive archive, Reference known, ObjectNode document) {
        int waiting = archive.recognition().waiting(known);
        if (waiting == 0) {
            return;
        }
        boolean installed = archive.recognition().status().engine().isPresent();
        document.put("pagesWaitingForRecognition", waiting).put("recognitionInstalled", installed);
        if (text) {
            return;
        }
        Output output = options.output();
        if (!installed) {
            output.say("show.ocrNotInstalled");
            output.say("ocr.none");
        }
        output.say("ocr.waiting", waiting);
    }

    private ArrayNode passages(Archive archive, Revision revision) {
        Parts parts = new Parts(archive, Optional.ofNullable(ordinal));
        List<Passage> asked = switch (revision.record()) {
            case EvidenceItem item -> parts.of(revision.reference());
            case Testimony testimony -> parts.of(testimony);
            default -> throw new ArchiveException.InvalidInput(ordinal == null ? "--text" : "--page", "noPages");
        };
        ArrayNode passages = Output.array();
        asked.forEach(passage -> passages.add(ReadingJson.of(passage)));
        return passages;
    }

    /// The text alone, or everything in words.
    private void tell(Output output, ObjectNode document, List<String> answers, List<String> added) {
        JsonNode passages = document.path("passages");
        if (text && passages.isEmpty()) {
            output.warn("show.noText", reference);
        }
        if (!text) {
            everythingElse(output, document, answers, added);
        }
        for (JsonNode passage : passages) {
            String words = passage.path("text").asText();
            output.line(passage.has("paragraph") ? passage.path("paragraph").asText() + ". " + words : words);
        }
    }

    /// What a form asks and what was answered, where the form is known.
    private List<String> answers(Archive archive, Revision revision) {
        return revision.record() instanceof FormRecord form
                ? new FormLines(options.output().words(), archive.ownForms()).of(form)
                : List.of();
    }

    /// What was answered to questions that the organisation added.
    private List<String> added(Archive archive, Revision revision) {
        Optional<Answers> answers = switch (revision.record()) {
            case Testimony testimony -> testimony.answers();
            case Witness witness -> witness.answers();
            case FormRecord form -> form.answers();
            default -> Optional.empty();
        };
        return answers.map(new FormLines(options.output().words(), archive.ownForms())::of)
                .orElse(List.of());
    }

    private static void everythingElse(Output output, ObjectNode document, List<String> answers, List<String> added) {
        RecordText written = new RecordText(output.words());
        written.lines("around", document.deepCopy().retain("ref", "revision", "keptAt", "author", "hash"))
                .forEach(output::line);
        output.line("");
        ObjectNode around = document.withObject("/record").deepCopy();
        if (!added.isEmpty()) {
            around.remove("answers");
        }
        if (!answers.isEmpty()) {
            around.remove("fields");
        }
        written.lines("", around).forEach(output::line);
        if (!answers.isEmpty()) {
            output.line("");
            answers.forEach(output::line);
        }
        added.forEach(output::line);
        written.lines("around", document.deepCopy().retain("reading", "children", "identity", "formerIdentities"))
                .forEach(output::line);
        if (document.has("passages")) {
            output.line("");
        }
    }
}
