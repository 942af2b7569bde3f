package org.cairn.domain.search;

import java.util.List;
import org.cairn.domain.Glance;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.TermsReport.Standing;

/// Everything that a search found, as it leaves the archive: what stands above the list, its lines, and what stands
/// below it.
public final class HitList {

    private HitList() {}

    /// What was asked, of what, and what that could not look at.
    ///
    /// @param items how many items fit, also those that are kept back
    /// @param scope the use that consent was asked for, a code of the vocabulary `consent-scope`
    /// @param recipient who gets it; empty where anybody may
    public record Head(
            SearchRequest request, long items, Unseen unseen, Standing standing, String scope, String recipient) {
        @Override
        public String toString() {
            return "Head";
        }
    }

    /// An item, or a part of it where more was found in it than is held in memory at once.
    ///
    /// @param hit its snippets are places in the order of the item
    /// @param work what people did with it
    public record Line(Hit hit, Glance work) {
        @Override
        public String toString() {
            return hit.toString();
        }
    }

    /// What the list came to.
    ///
    /// @param items how many items are listed
    /// @param places how many places in them
    /// @param keptBack how many items are not listed, because somebody behind them has not allowed this use
    public record Tail(long items, long places, long keptBack) {}

    /// What a list is written to.
    public interface Paper {
        /// Some items, in the order of the answer.
        void add(List<Line> lines);

        /// All of it was added.
        void end(Tail tail);
    }
}
