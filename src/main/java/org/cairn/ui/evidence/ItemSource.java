package org.cairn.ui.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;

/// Where what is known of an item comes from; asked away from the screen.
final class ItemSource {

    private final Desk desk;
    private final DescriptionDrafts drafts;

    ItemSource(Desk desk, DescriptionDrafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    Item load(Reference reference) {
        Revision revision = desk.archive().records().open(reference);
        return revision.record() instanceof EvidenceItem evidence ? file(revision, evidence) : form(revision);
    }

    private Item file(Revision revision, EvidenceItem evidence) {
        Reference reference = revision.reference();
        return new Item(
                revision,
                desk.archive().evidence().reading(reference),
                desk.archive().evidence().children(reference),
                desk.archive().correspondence().of(reference),
                evidence.parent().flatMap(desk.archive().records()::summary),
                desk.archive().evidence().mayDescribe() ? drafts.unfinished(revision, evidence) : Optional.empty(),
                facts(evidence));
    }

    private Item form(Revision revision) {
        return new Item(
                revision,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                facts(revision.record()));
    }

    private Map<String, String> facts(ArchiveRecord record) {
        if (record instanceof EvidenceItem thing && thing.physical()) {
            return ThingFacts.of(thing, desk.words());
        }
        return record instanceof FormRecord form
                ? new FormWords(desk.words(), desk.archive().ownForms()).facts(form)
                : Map.of();
    }
}
