package org.cairn.archive;

import java.util.Optional;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// The same thing, described otherwise in one point.
final class Redescribed {

    private Redescribed() {}

    static EvidenceItem belonging(EvidenceItem item, Reference witness) {
        return with(item, item.parent(), Optional.of(witness), item.protection());
    }

    static EvidenceItem kept(EvidenceItem item, Protection protection) {
        return with(item, item.parent(), item.witness(), protection);
    }

    /// Open to everybody, and said to have come out of something else or nothing.
    static EvidenceItem freed(EvidenceItem item, Optional<Reference> parent) {
        return with(item, parent, item.witness(), Protection.PUBLIC);
    }

    private static EvidenceItem with(
            EvidenceItem item, Optional<Reference> parent, Optional<Reference> witness, Protection protection) {
        return new EvidenceItem(
                item.title(),
                item.type(),
                item.date(),
                item.language(),
                item.author(),
                item.recipient(),
                item.acquisition(),
                item.copyStatus(),
                parent,
                item.translationOf(),
                witness,
                item.fileName(),
                item.bytes(),
                item.size(),
                item.mediaType(),
                protection,
                item.tags(),
                item.graphic());
    }
}
