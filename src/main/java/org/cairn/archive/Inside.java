package org.cairn.archive;

import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.store.StoreTransaction;

/// What came out of an item is kept as closely as the item, and belongs to the same witness.
final class Inside {

    private Inside() {}

    /// Keeps whatever came out of an item, at any depth, as closely as the item is kept now.
    static void follow(Session session, StoreTransaction tx, Reference parent, EvidenceItem around) {
        for (Reference child : tx.childrenOf(parent)) {
            Revision current = tx.current(child).orElseThrow();
            EvidenceItem guarded = ((EvidenceItem) current.record()).inside(around);
            if (!guarded.equals(current.record())) {
                session.keep(tx, child, guarded, current.number(), "DESCRIBED");
            }
            follow(session, tx, child, guarded);
        }
    }
}
