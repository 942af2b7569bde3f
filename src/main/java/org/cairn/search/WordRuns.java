package org.cairn.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;

/// Words of a query side by side that are known together, as one name or by their meaning.
final class WordRuns {

    private static final int LONGEST = 8;

    private final NameMeaning names;
    private final SynonymMeaning synonyms;
    private final Meaning each;

    /// @param each what each word asks for by itself
    WordRuns(NameMeaning names, SynonymMeaning synonyms, Meaning each) {
        this.names = names;
        this.synonyms = synonyms;
        this.each = each;
    }

    /// Several words that are read as one.
    record Run(int words, Query query) {
        @Override
        public String toString() {
            return "Run";
        }
    }

    /// The words from one on that are known together, by their meaning or as one name, and those that are so with the
    /// last of them: a longer one hides none that begins with it or within it.
    Optional<Run> of(List<Asked> parts, int from, String field) {
        Map<Integer, List<Known>> known = new HashMap<>();
        int end = from;
        for (int i = from; i == from || i < Math.min(end, from + LONGEST); i++) {
            List<Known> here = known(parts, i, i == from, field);
            for (Known one : here) {
                end = Math.max(end, one.end());
            }
            known.put(i, here);
        }
        return end == from
                ? Optional.empty()
                : Optional.of(new Run(end - from, covered(parts, from, end, known, field)));
    }

    /// Words that are known together.
    ///
    /// @param end before which word of the query they end
    /// @param name whether as one name
    private record Known(int end, boolean name, Query query) {
        @Override
        public String toString() {
            return "Known";
        }
    }

    private List<Known> known(List<Asked> parts, int from, boolean first, String field) {
        List<Known> known = new ArrayList<>();
        if (first && field.isEmpty()) {
            names.together(parts, from)
                    .ifPresent(name -> known.add(new Known(from + name.words(), true, name.query())));
        }
        synonyms.together(parts, from, field)
                .ifPresent(alike -> known.add(new Known(from + alike.words(), false, alike.query())));
        return known;
    }

    /// Each word, or any that are known together in its stead; from the last to the first, each once.
    private Query covered(List<Asked> parts, int from, int end, Map<Integer, List<Known>> known, String field) {
        Map<Integer, Query> rest = new HashMap<>();
        Query any = new MatchNoDocsQuery();
        for (int i = end - 1; i >= from; i--) {
            any = both(each.of(parts.get(i), field, false), Optional.ofNullable(rest.get(i + 1)));
            for (Known one : known.getOrDefault(i, List.of())) {
                Query together = both(one.query(), Optional.ofNullable(rest.get(one.end())));
                any = one.name() ? either(any, together) : Meaning.with(any, Optional.of(together));
            }
            rest.put(i, any);
        }
        return any;
    }

    private static Query both(Query first, Optional<Query> rest) {
        return rest.<Query>map(behind -> new BooleanQuery.Builder()
                        .add(first, Occur.MUST)
                        .add(behind, Occur.MUST)
                        .build())
                .orElse(first);
    }

    private static Query either(Query each, Query name) {
        return new BooleanQuery.Builder()
                .add(each, Occur.SHOULD)
                .add(name, Occur.SHOULD)
                .build();
    }

    @Override
    public String toString() {
        return "WordRuns";
    }
}
