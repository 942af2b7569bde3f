package org.cairn.domain.search;

import java.util.List;
import org.cairn.domain.search.Hit.Snippet;

/// What a query finds within one record.
///
/// @param count in how many places
/// @param places those of them that were asked for, in the order of the record
/// @param words what the query is met by, as it is written there
public record FoundInside(long count, List<Snippet> places, List<String> words) {
    public FoundInside {
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return "FoundInside " + count;
    }
}
