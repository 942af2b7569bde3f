package org.cairn.archive;

import java.util.List;
import java.util.Set;
import org.cairn.domain.Reference;

/// What a person decided before a bundle is written; what conditions were found met is written into the ledger.
///
/// @param conditionsMet statements whose witnesses consented on conditions that counsel has checked and found met
/// @param protectedWords words that must not be left in a version from which anything is taken out, beside those that
///     the archive knows itself
public record Choices(Set<Reference> conditionsMet, List<String> protectedWords) {

    /// Nothing was decided.
    public static final Choices NONE = new Choices(Set.of());

    public Choices {
        conditionsMet = Set.copyOf(conditionsMet);
        protectedWords = protectedWords.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /// Conditions alone.
    public Choices(Set<Reference> conditionsMet) {
        this(conditionsMet, List.of());
    }

    @Override
    public String toString() {
        return "Choices";
    }
}
