package org.cairn.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;

/// What a person decided before a bundle is written; what conditions were found met is written into the ledger.
///
/// @param conditionsMet statements whose witnesses consented on conditions that counsel has checked and found met
/// @param protectedWords words that must not be left in a version from which anything is taken out, beside those that
///     the archive knows itself
/// @param blackedOut words that were looked for and blacked out, each with the first version that must be without it
public record Choices(
        Set<Reference> conditionsMet, List<String> protectedWords, Map<String, BundleVersion> blackedOut) {

    /// Nothing was decided.
    public static final Choices NONE = new Choices(Set.of());

    public Choices {
        conditionsMet = Set.copyOf(conditionsMet);
        blackedOut = Map.copyOf(blackedOut);
        protectedWords = protectedWords.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /// Conditions, and words that must not be left in any version from which something is taken out.
    public Choices(Set<Reference> conditionsMet, List<String> protectedWords) {
        this(conditionsMet, protectedWords, Map.of());
    }

    /// The words that must not be left in a version, where anything is taken out of it.
    ///
    /// @param version nothing where there is only one
    List<String> wordsNotIn(Optional<BundleVersion> version) {
        return Stream.concat(
                        protectedWords.stream(),
                        blackedOut.entrySet().stream()
                                .filter(word ->
                                        version.isEmpty() || version.get().leavesOut(word.getValue()))
                                .map(Map.Entry::getKey)
                                .sorted())
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
