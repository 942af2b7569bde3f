package org.cairn.domain.served;

import java.util.List;
import java.util.Set;
import org.cairn.domain.ConsentGap;

/// What a bundle needs before it can be written.
///
/// @param results every rule, met, mended or needing a person
/// @param gaps statements that their witnesses have not allowed to leave: while there are any, nothing is written
public record Preflight(List<RuleResult> results, List<ConsentGap> gaps) {

    /// Rules that no person can wave through.
    private static final Set<String> FORBIDDING = Set.of("PROTECTION", "RECIPIENT");

    public Preflight {
        results = List.copyOf(results);
        gaps = List.copyOf(gaps);
    }

    /// Whether the bundle may be written.
    public boolean permitted() {
        return gaps.isEmpty()
                && results.stream()
                        .noneMatch(result -> FORBIDDING.contains(result.rule())
                                && result.outcome() == RuleResult.Outcome.NEEDS_PERSON);
    }
}
