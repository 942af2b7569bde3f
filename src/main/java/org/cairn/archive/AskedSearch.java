package org.cairn.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.search.SearchRequest.Filter;

/// A search that the ledger tells of, for those who may know what was asked.
///
/// @param line the line of the ledger
/// @param queries what was asked; several where a list of terms was
/// @param items how many items were found; nothing for whoever sees less than the one who asked
public record AskedSearch(
        long line, Instant at, String person, List<String> queries, Filter filter, Optional<Long> items) {
    public AskedSearch {
        queries = List.copyOf(queries);
    }

    @Override
    public String toString() {
        return "AskedSearch " + line;
    }
}
