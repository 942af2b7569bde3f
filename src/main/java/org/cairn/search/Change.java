package org.cairn.search;

import java.util.List;
import org.cairn.domain.Reference;

/// Everything the index shall hold of a record from now on; nothing, where the record has nothing to find.
public record Change(Reference reference, List<IndexedPassage> passages) {
    public Change {
        passages = List.copyOf(passages);
    }
}
