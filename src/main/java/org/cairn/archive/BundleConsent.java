package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.bundle.ConsentLine;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;

/// Whether every witness of a bundle allowed what the bundle does, and the words that say so in it.
final class BundleConsent {

    private static final String KEEPING = "STORE";

    private final Session session;
    private final Witnesses witnesses;
    private final BundleDraft draft;
    private final Choices choices;
    private final List<ConsentGap> gaps = new ArrayList<>();
    private final List<ConsentLine> lines = new ArrayList<>();
    private final List<RuleResult> results = new ArrayList<>();

    BundleConsent(Session session, Witnesses witnesses, BundleDraft draft, Choices choices) {
        this.session = session;
        this.witnesses = witnesses;
        this.draft = draft;
        this.choices = choices;
    }

    /// Judges one exhibit; what belongs to no witness needs nobody's consent.
    void judge(Revision exhibit) {
        session.store().read(view -> Ties.of(view, exhibit)).forEach(witness -> judge(exhibit.reference(), witness));
    }

    List<ConsentGap> gaps() {
        return List.copyOf(gaps);
    }

    List<ConsentLine> lines() {
        return List.copyOf(lines);
    }

    List<RuleResult> results() {
        return List.copyOf(results);
    }

    private void judge(Reference exhibit, Reference witness) {
        ConsentStanding kept = witnesses.standing(witness, Optional.of(exhibit), KEEPING, Optional.empty());
        if (forbidden(kept)) {
            gaps.add(new ConsentGap(exhibit, witness, KEEPING, kept.decision()));
        }
        ConsentStanding standing = witnesses.standing(witness, Optional.of(exhibit), draft.scope(), draft.recipient());
        if (!standing.permits() || unmet(exhibit, standing)) {
            gaps.add(new ConsentGap(exhibit, witness, draft.scope(), standing.decision()));
            return;
        }
        if (!standing.conditions().isEmpty()) {
            results.add(RuleResult.of(
                    "CONSENT",
                    Outcome.NEEDS_PERSON,
                    "preflight.conditions",
                    exhibit,
                    standing.conditions().size()));
        }
        line(exhibit, witness, standing);
    }

    /// A condition that nobody has looked at is not met.
    private boolean unmet(Reference exhibit, ConsentStanding standing) {
        return standing.decision().equals(Optional.of(ConsentDecision.CONDITIONAL))
                && !choices.conditionsMet().contains(exhibit);
    }

    private static boolean forbidden(ConsentStanding kept) {
        return kept.decision()
                .filter(decision -> decision == ConsentDecision.WITHDRAWN || decision == ConsentDecision.REFUSED)
                .isPresent();
    }

    private void line(Reference exhibit, Reference witness, ConsentStanding standing) {
        witnesses.consents(witness).stream()
                .filter(revision -> Optional.of(revision.reference()).equals(standing.consent()))
                .findFirst()
                .ifPresent(revision -> lines.add(line(exhibit, witness, revision)));
    }

    private static ConsentLine line(Reference exhibit, Reference witness, Revision revision) {
        Consent consent = (Consent) revision.record();
        LocalDate given = consent.validFrom().orElseGet(() -> LocalDate.ofInstant(revision.at(), ZoneOffset.UTC));
        return new ConsentLine(
                exhibit,
                witness.toString(),
                consent.scope(),
                consent.decision(),
                consent.mode(),
                given,
                consent.expires(),
                consent.conditions());
    }
}
