package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Assessment;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FrozenList;
import org.cairn.domain.FrozenList.Line;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.progress.Progress;
import org.cairn.store.StoreTransaction;

/// One change to many records: to exactly those that were on the list when it was frozen, and as they were then. What
/// would become of each is told before anything is done.
public final class Batches {

    private final Session session;

    Batches(Session session) {
        this.session = session;
    }

    /// What becomes of a record.
    public enum Fate {
        /// It is changed.
        CHANGED,
        /// It is so already; nothing is written.
        ALREADY_SO,
        /// Somebody changed it since the list was frozen: it is not touched.
        CHANGED_MEANWHILE,
        /// It is not there for this person.
        NOT_FOUND,
        /// A rule stands in the way.
        REFUSED,
        /// It was stopped before it came to this one.
        NOT_REACHED
    }

    /// What became of one record.
    ///
    /// @param why what stood in the way, where something did
    public record Outcome(Reference reference, Fate fate, Optional<ArchiveException> why) {
        @Override
        public String toString() {
            return reference + " " + fate;
        }
    }

    /// What a dry run ends with, so that nothing of it is kept.
    private static final class Undone extends RuntimeException {
        private final transient Fate fate;

        Undone(Fate fate) {
            super(null, null, false, false);
            this.fate = fate;
        }
    }

    /// Whether this person may change many at once.
    public boolean mayRun() {
        return Permission.RECORD.allows(session.user());
    }

    /// Exactly these records as they are now.
    public FrozenList freeze(List<Reference> references) {
        session.require(Permission.READ);
        return session.store()
                .read(view -> new FrozenList(references.stream()
                        .map(reference -> new Line(
                                reference,
                                session.maySee(view, reference)
                                        ? view.current(reference)
                                                .map(Revision::number)
                                                .orElse(0)
                                        : 0))
                        .toList()));
    }

    /// What would become of each, found out by doing it and undoing it at once.
    public List<Outcome> foresee(FrozenList list, BatchChange change, Progress progress) {
        session.require(Permission.RECORD);
        List<Outcome> outcomes = new ArrayList<>();
        for (Line line : list.lines()) {
            progress.checkCancelled();
            outcomes.add(outcome(line, () -> foreseen(line, change)));
            progress.step("batch", outcomes.size(), list.count());
        }
        return outcomes;
    }

    private Fate foreseen(Line line, BatchChange change) {
        try {
            return session.store().inTransaction(tx -> {
                throw new Undone(apply(tx, line, change, Map.of()));
            });
        } catch (Undone undone) {
            return undone.fate;
        }
    }

    /// Does it, each record in a transaction of its own. One line of the ledger tells of the whole before anything is
    /// done, and the line of each record names it.
    ///
    /// @return what became of each, also where it was stopped: what was changed until then stays
    public List<Outcome> run(FrozenList list, BatchChange change, Progress progress) {
        session.require(Permission.RECORD);
        CustodyEvent whole = session.store()
                .inTransaction(tx -> session.note(
                        tx,
                        "BATCH",
                        Optional.empty(),
                        Map.of(
                                "list",
                                list.hash().hex(),
                                "count",
                                String.valueOf(list.count()),
                                "change",
                                change.code())));
        Map<String, String> besides = Map.of("batch", String.valueOf(whole.sequence()));
        List<Outcome> outcomes = new ArrayList<>();
        for (Line line : list.lines()) {
            if (progress.cancelled()) {
                outcomes.add(new Outcome(line.reference(), Fate.NOT_REACHED, Optional.empty()));
                continue;
            }
            session.closing().check();
            outcomes.add(outcome(line, () -> session.store().inTransaction(tx -> apply(tx, line, change, besides))));
            progress.step("batch", outcomes.size(), list.count());
        }
        return outcomes;
    }

    private static Outcome outcome(Line line, java.util.function.Supplier<Fate> work) {
        try {
            return new Outcome(line.reference(), work.get(), Optional.empty());
        } catch (ArchiveException.NotFound e) {
            return new Outcome(line.reference(), Fate.NOT_FOUND, Optional.of(e));
        } catch (ArchiveException.InvalidInput | ArchiveException.RecordSealed | ArchiveException.NotPermitted e) {
            return new Outcome(line.reference(), Fate.REFUSED, Optional.of(e));
        }
    }

    private Fate apply(StoreTransaction tx, Line line, BatchChange change, Map<String, String> besides) {
        Revision current = session.visible(tx, line.reference());
        if (current.number() != line.revision()) {
            return Fate.CHANGED_MEANWHILE;
        }
        boolean changed = switch (change) {
            case BatchChange.Describe describe -> described(tx, current, describe, besides);
            case BatchChange.Review review -> {
                Reviews reviews = new Reviews(session);
                yield review.undo()
                        ? reviews.takeBack(tx, line.reference(), besides)
                        : reviews.mark(tx, line.reference(), besides);
            }
            case BatchChange.Assess assess -> assessed(tx, assess.of(line.reference()), besides);
            case BatchChange.Handle handle -> {
                new Things(session).handle(tx, line.reference(), handle.handling(), besides);
                yield true;
            }
        };
        return changed ? Fate.CHANGED : Fate.ALREADY_SO;
    }

    private boolean described(
            StoreTransaction tx, Revision current, BatchChange.Describe change, Map<String, String> besides) {
        EvidenceItem before = Evidence.item(current);
        EvidenceItem said = change.laidOver(EvidenceDescription.of(before)).appliedTo(before);
        EvidenceItem after = said.parent()
                .flatMap(tx::current)
                .map(around -> said.inside(Evidence.item(around)))
                .orElse(said);
        if (!after.equals(before)) {
            Evidence.describe(session, tx, current.reference(), after, current.number(), besides);
        }
        return !after.equals(before);
    }

    private boolean assessed(StoreTransaction tx, Assessment judgement, Map<String, String> besides) {
        boolean same = Assessments.chain(tx, judgement.subject(), judgement.aspect())
                .filter(revision -> revision.record().equals(judgement))
                .isPresent();
        if (!same) {
            new Assessments(session).keep(tx, judgement, besides);
        }
        return !same;
    }
}
