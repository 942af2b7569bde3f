package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.store.StoreView;

/// Whether the witnesses of an item, and of everything inside it, allowed it to leave.
final class HandoverConsent {

    private static final String KEEPING = "STORE";

    private final Session session;
    private final Witnesses witnesses;
    private final Handover handover;
    private final List<ConsentGap> gaps = new ArrayList<>();
    private final List<HandoverTerms.Condition> conditions = new ArrayList<>();
    private final List<Reference> decisions = new ArrayList<>();

    HandoverConsent(Session session, Witnesses witnesses, Handover handover) {
        Witnesses.requireScope(handover.scope());
        this.session = session;
        this.witnesses = witnesses;
        this.handover = handover;
    }

    /// The decisions that allow it.
    ///
    /// @throws ArchiveException.ConsentMissing when one is missing
    /// @throws ArchiveException.NotPermitted when something inside is closed to the person
    List<Reference> require(Revision item) {
        judgeAll(item);
        if (!gaps.isEmpty()) {
            throw new ArchiveException.ConsentMissing(gaps);
        }
        return List.copyOf(decisions);
    }

    /// What is in the way, and what would have to be found met.
    ///
    /// @throws ArchiveException.NotPermitted when something inside is closed to the person
    HandoverTerms terms(Revision item) {
        judgeAll(item);
        return new HandoverTerms(gaps, conditions);
    }

    private void judgeAll(Revision item) {
        session.store().read(view -> {
            judge(item);
            judgeInside(view, item.reference());
            return view;
        });
    }

    /// The bytes of what came out of a file leave with the file.
    private void judgeInside(StoreView view, Reference around) {
        for (Reference child : view.childrenOf(around)) {
            if (!session.maySee(view, child)) {
                throw new ArchiveException.NotPermitted("export");
            }
            judge(session.visible(view, child));
            judgeInside(view, child);
        }
    }

    private void judge(Revision item) {
        item.record().concerns().ifPresent(witness -> judge(item.reference(), witness));
    }

    private void judge(Reference item, Reference witness) {
        ConsentStanding kept = witnesses.standing(witness, Optional.of(item), KEEPING, Optional.empty());
        boolean forbidden = kept.decision()
                .filter(decision -> decision == ConsentDecision.WITHDRAWN || decision == ConsentDecision.REFUSED)
                .isPresent();
        if (forbidden) {
            gaps.add(new ConsentGap(item, witness, KEEPING, kept.decision()));
        }
        ConsentStanding standing =
                witnesses.standing(witness, Optional.of(item), handover.scope(), handover.recipient());
        boolean conditional = standing.decision().equals(Optional.of(ConsentDecision.CONDITIONAL));
        if (!standing.permits() || (conditional && !handover.conditionsMet())) {
            gaps.add(new ConsentGap(item, witness, handover.scope(), standing.decision()));
        }
        if (standing.permits() && conditional) {
            conditions.add(new HandoverTerms.Condition(
                    item, witness, standing.consent().orElseThrow(), standing.conditions()));
        }
        standing.consent().filter(decision -> !decisions.contains(decision)).ifPresent(decisions::add);
    }
}
