package org.cairn.domain.search;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was found, and what could not be looked at.
///
/// @param total how many items match
/// @param hits the items asked for, best first
/// @param facets counts of matching items by `kind`, `type`, `language`, `protection`, `year`, each value's count
/// @param unseen what this answer knows nothing of
public record SearchAnswer(long total, List<Hit> hits, Map<String, Map<String, Long>> facets, Unseen unseen) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    public SearchAnswer {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /// What a search could not look at. Of what is above the person's clearance it tells a number that no query
    /// changes, so that nothing can be learnt from it.
    ///
    /// @param unread items whose file could not be read, or not wholly
    /// @param awaitingOcr items that are pictures of text
    /// @param noPermission records above the person's clearance
    /// @param undated items that fit in all but the days asked for, since nobody knows theirs; none where no days were
    ///     asked for
    /// @param waiting records that changed and wait for the index, as when it is made anew
    public record Unseen(long unread, long awaitingOcr, long noPermission, long undated, long waiting) {

        /// Nothing at all.
        public static final Unseen NOTHING = undatedAlone(0);

        /// Nothing at all, but for items that nobody dated.
        public static Unseen undatedAlone(long undated) {
            return new Unseen(0, 0, 0, undated, 0);
        }
    }

    /// Whether a word may have been mistyped that happens to sound like some name: nothing was found, or in every
    /// passage that is shown something only sounds like what was asked for or means the same. Another word of the query
    /// may stand there as it was asked for, and the same word elsewhere: only the index can tell of which words that is
    /// so, and offers nothing in their place.
    public boolean mayBeMistyped() {
        return (total == 0 || !hits.isEmpty())
                && hits.stream()
                        .allMatch(hit -> !hit.snippets().isEmpty()
                                && hit.snippets().stream()
                                        .noneMatch(snippet -> snippet.alsoAs().isEmpty()));
    }

    /// Of other queries those that ask for more than what is shown as matched already: with a word that neither the
    /// query has nor what is shown.
    ///
    /// @param query what was asked
    public List<String> asksForMore(String query, List<String> others) {
        Set<String> known = hits.stream()
                .flatMap(hit -> hit.snippets().stream())
                .flatMap(snippet -> snippet.alsoAs().stream())
                .flatMap(SearchAnswer::words)
                .collect(Collectors.toCollection(HashSet::new));
        words(query).forEach(known::add);
        return others.stream()
                .filter(other -> !words(other).allMatch(known::contains))
                .toList();
    }

    /// Without case and marks, which the index leaves out where it offers a word.
    private static Stream<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        return BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty());
    }

    /// The same answer, saying what it did not see.
    public SearchAnswer withHits(List<Hit> others) {
        return new SearchAnswer(total, others, facets, unseen);
    }

    /// The same answer with what could not be looked at.
    public SearchAnswer withUnseen(Unseen what) {
        return new SearchAnswer(total, hits, facets, what);
    }
}
