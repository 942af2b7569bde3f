package org.cairn.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Assessment;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// How far items are to be trusted, as people judged them. Of each item there is one chain of gradings and one of what
/// is held of its authenticity: a later judgement points back at the one before, and none is in a bundle.
public final class Assessments {

    private final Session session;

    Assessments(Session session) {
        this.session = session;
    }

    /// Whether this person may judge.
    public boolean mayAssess() {
        return Permission.RECORD.allows(session.user());
    }

    /// Keeps a judgement after those before it.
    public Kept keep(Assessment assessment) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> keep(tx, assessment, Map.of())));
    }

    Revision keep(StoreTransaction tx, Assessment assessment, Map<String, String> besides) {
        requireKnown(assessment);
        session.visible(tx, assessment.subject());
        Optional<Revision> before = chain(tx, assessment.subject(), assessment.aspect());
        Reference reference = before.map(Revision::reference).orElseGet(() -> tx.next(RecordKind.ASSESSMENT));
        return session.keep(
                tx, reference, assessment, before.map(Revision::number).orElse(0), "ASSESSED", besides);
    }

    /// Keeps a judgement after a certain one before it.
    ///
    /// @throws ArchiveException.ChangedMeanwhile when another came after it
    public Kept revise(Reference reference, Assessment assessment, int basedOn) {
        session.require(Permission.RECORD);
        requireKnown(assessment);
        return Kept.of(session.store().inTransaction(tx -> {
            session.visible(tx, reference);
            if (chain(tx, assessment.subject(), assessment.aspect())
                    .map(Revision::reference)
                    .filter(reference::equals)
                    .isEmpty()) {
                throw new ArchiveException.InvalidInput("subject", "unknownValue");
            }
            return session.keep(tx, reference, assessment, basedOn, "ASSESSED");
        }));
    }

    private static void requireKnown(Assessment assessment) {
        if (assessment.aspect() == Aspect.AUTHENTICITY) {
            Vocabulary.require("authenticity", "value", assessment.value());
        }
    }

    static Optional<Revision> chain(StoreView view, Reference subject, Aspect aspect) {
        return view.about(subject, RecordKind.ASSESSMENT).stream()
                .filter(revision -> assessment(revision).aspect() == aspect)
                .findFirst();
    }

    /// Every judgement of one aspect of an item, the latest first.
    public List<Revision> of(Reference subject, Aspect aspect) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, subject);
            return chain(view, subject, aspect)
                    .map(last -> view.history(last.reference()).reversed())
                    .orElse(List.of());
        });
    }

    /// The judgement of one aspect of an item that holds.
    public Optional<Revision> standing(Reference subject, Aspect aspect) {
        return of(subject, aspect).stream().findFirst();
    }

    static Assessment assessment(Revision revision) {
        if (revision.record() instanceof Assessment assessment) {
            return assessment;
        }
        throw new ArchiveException.NotFound(revision.reference());
    }
}
