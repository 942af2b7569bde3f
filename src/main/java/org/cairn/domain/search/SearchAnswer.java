package org.cairn.domain.search;

import java.util.List;
import java.util.Map;

/// What was found, and what could not be looked at.
///
/// @param total how many items match
/// @param hits the items asked for, best first
/// @param facets counts of matching items by `kind`, `type`, `language`, `protection`, `year`, each value's count
/// @param unseen what this answer knows nothing of
public record SearchAnswer(long total, List<Hit> hits, Map<String, Map<String, Long>> facets, Unseen unseen) {
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

    /// The same answer, saying what it did not see.
    public SearchAnswer withHits(List<Hit> others) {
        return new SearchAnswer(total, others, facets, unseen);
    }

    /// The same answer with what could not be looked at.
    public SearchAnswer withUnseen(Unseen what) {
        return new SearchAnswer(total, hits, facets, what);
    }
}
