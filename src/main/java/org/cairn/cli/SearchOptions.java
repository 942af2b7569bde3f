package org.cairn.cli;

import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What narrows a search.
final class SearchOptions {

    private static final int FEW = 20;

    @Mixin
    private final NarrowingOptions narrowing = new NarrowingOptions();

    @Option(names = "--sort", paramLabel = "BY")
    private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

    @Option(names = "--limit", paramLabel = "N")
    private @Nullable Integer limit;

    @Option(names = "--offset", paramLabel = "N")
    private int offset;

    @Option(names = "--passages", paramLabel = "N")
    private int passages = 3;

    /// The first items, as many as were asked for.
    ///
    /// @param spoken the language in which dates are tried first
    SearchRequest request(String query, Locale spoken) {
        return request(query, most().orElse(FEW), spoken);
    }

    /// How many items were asked for, when somebody said.
    Optional<Integer> most() {
        return Optional.ofNullable(limit).map(given -> Allowed.count("--limit", given));
    }

    SearchRequest request(String query, int most, Locale spoken) {
        Filter filter = narrowing.filter(spoken);
        int shown = passages == 0 ? 0 : Allowed.count("--passages", passages);
        return new SearchRequest(query, filter, sort, most, Allowed.offset("--offset", offset), shown).in(spoken);
    }
}
