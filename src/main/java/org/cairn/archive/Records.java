package org.cairn.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;

/// Records of every kind: keep, revise, read, list.
public final class Records {

    private final Session session;

    Records(Session session) {
        this.session = session;
    }

    /// Keeps a new record; when it returns, the record is durable.
    public Kept keep(ArchiveRecord record) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            requireKnown(tx, record.concerns());
            return session.keep(tx, tx.next(record.kind()), record, 0, "KEPT");
        }));
    }

    /// Keeps a further revision.
    ///
    /// @param basedOn the revision the change was made from
    /// @throws ArchiveException.ChangedMeanwhile when another came after it
    /// @throws ArchiveException.RecordSealed when the record may only be followed
    public Kept revise(Reference reference, ArchiveRecord record, int basedOn) {
        session.require(Permission.RECORD);
        if (record.kind() != reference.kind()) {
            throw new ArchiveException.InvalidInput("kind", "unknownValue");
        }
        return Kept.of(session.store().inTransaction(tx -> {
            session.visible(tx, reference);
            requireKnown(tx, record.concerns());
            return session.keep(tx, reference, record, basedOn, "REVISED");
        }));
    }

    /// The current revision. Reading something that is closely kept is itself written down.
    ///
    /// @throws ArchiveException.NotFound when there is none, or none for this person
    public Revision open(Reference reference) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        noteView(revision, "record");
        return revision;
    }

    /// The line that a list shows of a record.
    public Optional<Summary> summary(Reference reference) {
        return session.store()
                .read(view -> view.summary(reference))
                .filter(summary -> session.clearance().covers(summary.protection()));
    }

    /// Every revision, first to last.
    public List<Revision> history(Reference reference) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, reference);
            return view.history(reference);
        });
    }

    /// Part of the list of a kind.
    public Page<Summary> list(RecordKind kind, ListQuery query) {
        session.require(Permission.READ);
        return session.store().read(view -> view.list(kind, query, session.clearance()));
    }

    /// How many there are of a kind, for this person.
    public long count(RecordKind kind) {
        return session.store().read(view -> view.count(kind, session.clearance()));
    }

    void noteView(Revision revision, String what) {
        if (revision.record().protection().covers(Protection.CONFIDENTIAL)) {
            session.store()
                    .inTransaction(tx -> session.note(
                            tx,
                            "VIEWED",
                            Optional.of(revision.reference()),
                            Map.of("revision", String.valueOf(revision.number()), "what", what)));
        }
    }

    private static void requireKnown(org.cairn.store.StoreView view, Optional<Reference> concerns) {
        concerns.ifPresent(witness -> {
            if (view.current(witness).isEmpty()) {
                throw new ArchiveException.NotFound(witness);
            }
        });
    }
}
