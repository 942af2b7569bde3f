package org.cairn.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What threatens a witness, how likely and how grave it is, and what is done about it.
///
/// @param witness whom it is about
/// @param threats each with its measures
/// @param reviewOn when to look at it again
/// @param doNotContactVia ways by which nobody may ever try to reach them
/// @param safeContact the way that is safe, without a name
public record RiskAssessment(
        Reference witness,
        List<Threat> threats,
        Optional<LocalDate> reviewOn,
        List<String> doNotContactVia,
        String safeContact)
        implements ArchiveRecord {

    public RiskAssessment {
        threats = List.copyOf(threats);
        doNotContactVia = List.copyOf(doNotContactVia);
    }

    /// One threat.
    ///
    /// @param likelihood 1 (rare) to 5 (almost certain)
    /// @param impact 1 (slight) to 5 (life)
    /// @param measures what is done about it
    public record Threat(String description, int likelihood, int impact, List<String> measures) {
        public Threat {
            Texts.requireGiven("description", description);
            Texts.requireBetween("likelihood", likelihood, 1, 5);
            Texts.requireBetween("impact", impact, 1, 5);
            measures = List.copyOf(measures);
        }

        /// Likelihood times impact, 1 to 25.
        public int weight() {
            return likelihood * impact;
        }

        @Override
        public String toString() {
            return "Threat " + likelihood + "x" + impact;
        }
    }

    /// The weight of the gravest threat, 0 where there is none.
    public int gravest() {
        return threats.stream().mapToInt(Threat::weight).max().orElse(0);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RISK;
    }

    @Override
    public String title() {
        return gravest() + " / 25";
    }

    @Override
    public Protection protection() {
        return Protection.CONFIDENTIAL;
    }

    @Override
    public Optional<Reference> concerns() {
        return Optional.of(witness);
    }

    @Override
    public String toString() {
        return "RiskAssessment";
    }
}
