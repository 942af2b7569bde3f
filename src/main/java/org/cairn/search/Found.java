package org.cairn.search;

import java.util.List;
import org.cairn.domain.Reference;

/// All that a request finds.
///
/// @param references each item once, in the order of their references
/// @param passages how many passages of them
/// @param undated items that fit in all but the days asked for, since nobody knows theirs
public record Found(List<Reference> references, long passages, long undated) {
    public Found {
        references = List.copyOf(references);
    }

    @Override
    public String toString() {
        return "Found " + references.size();
    }
}
