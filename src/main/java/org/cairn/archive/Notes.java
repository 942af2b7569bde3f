package org.cairn.archive;

import java.util.Comparator;
import java.util.List;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.store.StoreView;

/// What people who work on records write beside them. A note is in no bundle, is kept no less closely than what it is
/// about, and is withdrawn rather than taken away.
public final class Notes {

    private static final Comparator<Revision> BY_PLACE = Comparator.comparing((Revision revision) ->
                    note(revision).place().map(Pinpoint::ordinal).orElse(-1))
            .thenComparing(Revision::reference);

    private final Session session;

    Notes(Session session) {
        this.session = session;
    }

    /// Keeps a note.
    public Kept add(Note note) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            requireHolding(note);
            requireSubject(tx, note);
            return session.keep(tx, tx.next(RecordKind.NOTE), note, 0, "KEPT");
        }));
    }

    private void requireSubject(StoreView view, Note note) {
        if (!Reviews.REVIEWED.contains(note.subject().kind())) {
            throw new ArchiveException.InvalidInput("subject", "unknownValue");
        }
        session.visible(view, note.subject());
    }

    private static void requireHolding(Note note) {
        if (note.withdrawn().isPresent()) {
            throw new ArchiveException.InvalidInput("withdrawn", "unknownValue");
        }
    }

    /// Keeps a better wording; what it is about stays.
    ///
    /// @throws ArchiveException.NotPermitted for whoever did not write it, unless they own the archive
    public Kept revise(Reference reference, Note note, int basedOn) {
        requireHolding(note);
        return next(reference, note, basedOn);
    }

    /// Says that a note holds no longer, and why.
    ///
    /// @throws ArchiveException.NotPermitted for whoever did not write it, unless they own the archive
    /// @throws ArchiveException.RecordSealed when it was withdrawn already
    public Kept withdraw(Reference reference, String reason) {
        session.require(Permission.RECORD);
        Revision current = session.store().read(view -> session.visible(view, requireNote(reference)));
        return next(reference, note(current).withdrawnFor(reason), current.number());
    }

    private Kept next(Reference reference, Note note, int basedOn) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            Revision before = session.visible(tx, requireNote(reference));
            if (!mayChange(tx, reference)) {
                throw new ArchiveException.NotPermitted("changeNote");
            }
            requireSubject(tx, note);
            if (!note.subject().equals(note(before).subject())) {
                throw new ArchiveException.InvalidInput("subject", "unknownValue");
            }
            return session.keep(tx, reference, note, basedOn, note.closed() ? "NOTE_WITHDRAWN" : "REVISED");
        }));
    }

    /// Whoever wrote it, or owns the archive.
    private boolean mayChange(StoreView view, Reference note) {
        return view.history(note).getFirst().author().equals(session.user().name())
                || session.user().roles().contains(Role.OWNER);
    }

    /// Whether this person may write notes.
    public boolean mayWrite() {
        return Permission.RECORD.allows(session.user());
    }

    /// Whether this person may change or withdraw a note.
    public boolean mayChange(Reference reference) {
        return mayWrite() && session.store().read(view -> mayChange(view, requireNote(reference)));
    }

    /// The notes about a record that this person may read, those of the whole first, then place by place; withdrawn
    /// ones among them.
    public List<Revision> of(Reference subject) {
        session.require(Permission.READ);
        Revision about = session.store().read(view -> session.visible(view, subject));
        // before it is known whether there are any: the ledger would tell of those that are hidden
        session.looks().noteOnce(session, about, "notes");
        return session.store()
                .read(view -> view.about(subject, RecordKind.NOTE).stream()
                        .filter(revision -> session.maySee(view, revision.reference()))
                        .sorted(BY_PLACE)
                        .toList());
    }

    private static Reference requireNote(Reference reference) {
        if (reference.kind() != RecordKind.NOTE) {
            throw new ArchiveException.NotFound(reference);
        }
        return reference;
    }

    static Note note(Revision revision) {
        if (revision.record() instanceof Note note) {
            return note;
        }
        throw new ArchiveException.NotFound(revision.reference());
    }
}
