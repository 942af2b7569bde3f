package org.cairn.domain.served;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ConsentGap;

/// What a bundle needs before it can be written.
///
/// Where there are versions of it, results and gaps are those of all of them together, each once.
///
/// @param results every rule, met, mended or needing a person
/// @param gaps statements that their witnesses have not allowed to leave: while there are any, nothing is written
/// @param versions what each version needs; none where there is only one
public record Preflight(List<RuleResult> results, List<ConsentGap> gaps, List<OfVersion> versions) {

    /// Rules that no person can wave through.
    private static final Set<String> FORBIDDING = Set.of("PROTECTION", "RECIPIENT");

    public Preflight {
        results = List.copyOf(results);
        gaps = List.copyOf(gaps);
        versions = List.copyOf(versions);
    }

    /// What a bundle needs that there is only one version of.
    public Preflight(List<RuleResult> results, List<ConsentGap> gaps) {
        this(results, gaps, List.of());
    }

    /// What one version needs.
    public record OfVersion(BundleVersion version, List<RuleResult> results, List<ConsentGap> gaps) {
        public OfVersion {
            results = List.copyOf(results);
            gaps = List.copyOf(gaps);
        }
    }

    /// The versions that a result is about; none where it is about all of them, or there is only one.
    public List<BundleVersion> only(RuleResult result) {
        return only(OfVersion::results, result);
    }

    /// The versions that something may not leave in; none where that is all of them, or there is only one.
    public List<BundleVersion> only(ConsentGap gap) {
        return only(OfVersion::gaps, gap);
    }

    private <T> List<BundleVersion> only(Function<OfVersion, List<T>> part, T sought) {
        List<BundleVersion> those = versions.stream()
                .filter(version -> part.apply(version).contains(sought))
                .map(OfVersion::version)
                .toList();
        return those.size() == versions.size() ? List.of() : those;
    }

    /// Whether the bundle may be written.
    public boolean permitted() {
        return gaps.isEmpty()
                && results.stream()
                        .noneMatch(result -> FORBIDDING.contains(result.rule())
                                && result.outcome() == RuleResult.Outcome.NEEDS_PERSON);
    }
}
