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
    /// @throws ArchiveException.NotPermitted when something inside is closed to the person
    List<Reference> require(Revision item) {
        judge.judge(List.of(item));
        if (!judge.closed().isEmpty()) {
            throw new ArchiveException.NotPermitted("export");
        }
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
}
