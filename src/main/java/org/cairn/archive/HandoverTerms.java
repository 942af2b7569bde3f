package org.cairn.archive;

import java.util.List;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;

/// What stands between an original and whoever is to get it.
///
/// @param gaps what no witness allowed: while there is one, it may not leave
/// @param conditions what witnesses demanded: somebody must have found it met before it leaves
public record HandoverTerms(List<ConsentGap> gaps, List<Condition> conditions) {

    /// What one decision demands for one item.
    ///
    /// @param item what would leave: the original, or something inside it
    /// @param witness who demands it
    /// @param consent the record of the decision
    /// @param demands codes of the vocabulary `consent-condition`, or words
    public record Condition(Reference item, Reference witness, Reference consent, List<String> demands) {
        public Condition {
            demands = List.copyOf(demands);
        }

        @Override
        public String toString() {
            return "Condition " + consent;
        }
    }

    public HandoverTerms {
        gaps = List.copyOf(gaps);
        conditions = List.copyOf(conditions);
    }

    @Override
    public String toString() {
        return "HandoverTerms " + gaps.size() + " " + conditions.size();
    }
}
