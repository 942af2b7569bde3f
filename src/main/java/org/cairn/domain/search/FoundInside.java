package org.cairn.domain.search;

import java.util.List;
import org.cairn.domain.search.Hit.Snippet;

/// What a query finds within one record.
///
/// @param count in how many places
/// @param places those of them that were asked for, in the order of the record
public record FoundInside(long count, List<Snippet> places) {
    public FoundInside {
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return "FoundInside " + count;
    }
}
