package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a note beside a record, changes or withdraws one, or shows those that are there.
@Command(
        name = "note",
        footer = {
            "  cairn note \"E-0012 p. 3\" --text \"the stamp is of another year\"",
            "  cairn note E-0012",
            "  cairn note N-0004 --withdraw \"it is the same year\""
        })
final class NoteCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "PLACE")
    @SuppressWarnings("NullAway.Init")
    private String place;

    @Option(names = "--text", paramLabel = "T")
    private @Nullable String text;

    @Option(names = "--protection", paramLabel = "LEVEL")
    private @Nullable Protection protection;

    @Option(names = "--withdraw", paramLabel = "WHY")
    private @Nullable String withdraw;

    @Override
    public Integer call() {
        Optional<Pinpoint> exact = Pinpoint.tryParse(place);
        Reference subject = exact.map(Pinpoint::reference).orElseGet(() -> Allowed.reference("PLACE", place));
        boolean own = subject.kind() == RecordKind.NOTE;
        if (own && exact.isPresent() || withdraw != null && (!own || text != null)) {
            throw Allowed.refused(withdraw == null ? "PLACE" : "--withdraw", List.of("N-0001"));
        }
        return options.with(archive -> {
            if (withdraw != null) {
                kept("note.withdrawn", archive.notes().withdraw(subject, withdraw));
            } else if (text == null) {
                list(archive, subject);
            } else if (own) {
                kept("note.kept", changed(archive, subject, text));
            } else {
                Protection level = protection == null ? Protection.RESTRICTED : protection;
                kept("note.kept", archive.notes().add(new Note(subject, exact, text, level)));
            }
            return ExitCode.DONE;
        });
    }

    private Kept changed(Archive archive, Reference reference, String words) {
        Revision before = archive.records().open(reference);
        if (!(before.record() instanceof Note note)) {
            throw new ArchiveException.NotFound(reference);
        }
        Protection level = protection == null ? note.protection() : protection;
        return archive.notes().revise(reference, new Note(note.subject(), note.place(), words, level), before.number());
    }

    private void kept(String key, Kept kept) {
        Output output = options.output();
        output.say(key, kept.reference().toString(), kept.revision());
        output.document(Output.object()
                .put("reference", kept.reference().toString())
                .put("revision", kept.revision())
                .put("hash", kept.hash().hex()));
    }

    private void list(Archive archive, Reference subject) {
        Output output = options.output();
        List<Revision> notes = subject.kind() == RecordKind.NOTE
                ? List.of(archive.records().open(subject))
                : archive.notes().of(subject);
        ArrayNode items = Output.array();
        if (notes.isEmpty()) {
            output.say("note.none", subject.toString());
        }
        for (Revision revision : notes) {
            if (revision.record() instanceof Note note) {
                String where = note.place()
                        .map(Pinpoint::toString)
                        .orElse(note.subject().toString());
                output.say(
                        note.closed() ? "note.line.withdrawn" : "note.line",
                        revision.reference().toString(),
                        where,
                        revision.author(),
                        note.text(),
                        note.withdrawn().orElse(""));
                items.add(json(revision, note));
            }
        }
        output.document(Output.object().set("notes", items));
    }

    private static ObjectNode json(Revision revision, Note note) {
        ObjectNode item = Output.object()
                .put("ref", revision.reference().toString())
                .put("subject", note.subject().toString())
                .put("text", note.text())
                .put("protection", note.protection().name())
                .put("revision", revision.number())
                .put("author", revision.author())
                .put("at", revision.at().toString());
        note.place().ifPresent(where -> item.put("place", where.toString()));
        note.withdrawn().ifPresent(why -> item.put("withdrawn", why));
        return item;
    }
}
