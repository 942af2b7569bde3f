package org.cairn.domain.served;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.Fingerprint;

/// A finished file, read back.
///
/// @param file its name
/// @param fingerprint SHA-256 of it
/// @param manifest the name of the list of hashes that it was compared with
/// @param results how it stands to each rule
/// @param signatures what its signatures say; none where nobody signed it
public record CheckedBundle(
        String file,
        Fingerprint fingerprint,
        Optional<String> manifest,
        List<RuleResult> results,
        List<SignatureSaid> signatures) {
    public CheckedBundle {
        results = List.copyOf(results);
        signatures = List.copyOf(signatures);
    }

    /// How many rules are not met.
    public int broken() {
        return (int) results.stream()
                .filter(result -> result.outcome() == RuleResult.Outcome.BROKEN)
                .count();
    }

    /// How many are.
    public int met() {
        return results.size() - broken();
    }

    @Override
    public String toString() {
        return "CheckedBundle " + fingerprint;
    }
}
