package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// Whether the witnesses of an item, and of everything inside it, allowed it to leave as it is.
final class HandoverConsent {

    private final ConsentJudge judge;

    HandoverConsent(Session session, Witnesses witnesses, Handover handover) {
        this.judge = new ConsentJudge(
                session, witnesses, handover.scope(), handover.recipient(), item -> handover.conditionsMet());
        ConsentScope.of(handover.scope()).requireNamed(handover.recipient());
    }

    /// The decisions that allow it.
    ///
    /// @throws ArchiveException.ConsentMissing when one is missing
    /// @throws ArchiveException.ClosedInside when something inside is closed to the person
    List<Reference> require(Revision item) {
        judge(item);
        if (!judge.gaps().isEmpty()) {
            throw new ArchiveException.ConsentMissing(judge.gaps());
        }
        return judge.allowed().stream()
                .map(ConsentJudge.Allowed::standing)
                .map(ConsentStanding::consent)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// What is in the way, and what would have to be found met.
    ///
    /// @throws ArchiveException.ClosedInside when something inside is closed to the person
    HandoverTerms terms(Revision item) {
        judge(item);
        return new HandoverTerms(
                judge.gaps(),
                judge.allowed().stream()
                        .filter(allowed -> !allowed.standing().conditions().isEmpty())
                        .map(allowed -> new HandoverTerms.Condition(
                                allowed.item(),
                                allowed.witness(),
                                allowed.standing().consent().orElseThrow(),
                                allowed.standing().conditions()))
                        .toList());
    }

    private void judge(Revision item) {
        judge.judge(List.of(item));
        if (!judge.closed().isEmpty()) {
            throw new ArchiveException.ClosedInside(judge.closed());
        }
    }
}
