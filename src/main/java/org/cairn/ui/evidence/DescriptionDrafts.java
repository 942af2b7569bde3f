package org.cairn.ui.evidence;

import java.util.List;
import java.util.Optional;
import org.cairn.archive.Drafts;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.ui.common.Desk;
import org.cairn.ui.evidence.Item.Unfinished;

/// Descriptions that were begun and not kept, to be gone on with; asked away from the screen.
final class DescriptionDrafts {

    private final Desk desk;

    DescriptionDrafts(Desk desk) {
        this.desk = desk;
    }

    /// Saves what was written of an item, in the place of anything before.
    void save(Revision about, EvidenceItem written) {
        forget(about.reference());
        desk.archive().drafts().save(name(about.reference()) + about.number(), Drafts.write(written));
    }

    void forget(Reference reference) {
        all(reference).forEach(draft -> desk.archive().drafts().discard(draft.id()));
    }

    /// What was being written of it, over what others have written since.
    Optional<Unfinished> unfinished(Revision current, EvidenceItem now) {
        return all(current.reference()).stream().findFirst().map(draft -> unfinished(draft, current, now));
    }

    private Unfinished unfinished(Drafts.Draft draft, Revision current, EvidenceItem now) {
        EvidenceDescription written =
                EvidenceDescription.of(Drafts.<EvidenceItem>read(RecordKind.EVIDENCE, draft.json()));
        int number =
                Integer.parseInt(draft.id().substring(name(current.reference()).length()));
        if (number == current.number()) {
            return new Unfinished(written, false);
        }
        EvidenceItem before = (EvidenceItem) desk.archive()
                .records()
                .history(current.reference())
                .get(number - 1)
                .record();
        return new Unfinished(written.laidOver(EvidenceDescription.of(before), EvidenceDescription.of(now)), true);
    }

    private List<Drafts.Draft> all(Reference reference) {
        return desk.archive().drafts().list().stream()
                .filter(draft -> draft.id().startsWith(name(reference)))
                .toList();
    }

    /// What the names of drafts of a description begin with; the revision that was before the writer follows.
    private static String name(Reference reference) {
        return "describe/" + reference + "/";
    }
}
