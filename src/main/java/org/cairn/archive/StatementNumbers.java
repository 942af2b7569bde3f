package org.cairn.archive;

import java.util.List;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.store.StoreView;

/// The how-manieth statement of its witness a statement is: its place in the order of sealing.
///
/// Headings bear it (Practice Direction 32, 17.1), so it is the same whoever prints the statement and whenever. All
/// statements count, also those that the person asking may not see.
final class StatementNumbers {

    private StatementNumbers() {}

    /// The number that the statement sealed next will bear.
    static int next(StoreView view, Reference witness) {
        return sealed(view, witness).size() + 1;
    }

    /// The number of a kept statement; of one that is not sealed, the number it would get now.
    static int of(StoreView view, Reference reference, Testimony testimony) {
        return testimony.number().orElseGet(() -> {
            int place = sealed(view, testimony.witness()).indexOf(reference);
            return place < 0 ? next(view, testimony.witness()) : place + 1;
        });
    }

    /// What is sealed is kept for the last time then: the order of keeping is the order of sealing.
    private static List<Reference> sealed(StoreView view, Reference witness) {
        return view.belongingTo(witness, RecordKind.TESTIMONY).stream()
                .filter(revision -> revision.record().closed())
                .map(Revision::reference)
                .toList();
    }
}
