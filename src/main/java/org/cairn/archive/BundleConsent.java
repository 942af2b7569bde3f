package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.bundle.ConsentLine;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.store.StoreView;

/// Whether every witness of a bundle allowed what the bundle does, and the words that say so in it.
final class BundleConsent {

    private final Session session;
    private final Witnesses witnesses;
    private final BundleDraft draft;
    private final Choices choices;
    private final ConsentJudge judge;

    BundleConsent(Session session, Witnesses witnesses, BundleDraft draft, Choices choices, List<Revision> exhibits) {
        this.session = session;
        this.witnesses = witnesses;
        this.draft = draft;
        this.choices = choices;
        this.judge = fresh();
        judge.judge(exhibits);
    }

    private ConsentJudge fresh() {
        return new ConsentJudge(
                session, witnesses, draft.scope(), draft.recipient(), choices.conditionsMet()::contains);
    }

    /// Whether a record that is no exhibit may be told of in the bundle.
    boolean allows(StoreView view, Revision record) {
        List<Reference> named = record.record() instanceof FormRecord form
                ? Named.witnesses(form).toList()
                : List.of();
        return ConsentJudge.allows(fresh(), view, record, named);
    }

    /// Everything that leaves with the bundle, also what lies inside an original beside it.
    List<ConsentJudge.Leaving> whole() {
        return judge.whole();
    }

    /// Exhibits that hold something which the person may not see.
    List<Reference> closed() {
        return judge.closed();
    }

    List<ConsentGap> gaps() {
        return judge.gaps();
    }

    /// What the consent and protection statement says.
    List<ConsentLine> lines() {
        return judge.allowed().stream().flatMap(this::lines).toList();
    }

    /// Conditions that somebody found met.
    List<RuleResult> results() {
        return judge.allowed().stream()
                .filter(allowed -> !allowed.standing().conditions().isEmpty())
                .map(allowed -> RuleResult.of(
                        "CONSENT",
                        Outcome.NEEDS_PERSON,
                        "preflight.conditions",
                        allowed.item(),
                        allowed.standing().conditions().size()))
                .toList();
    }

    /// Refuses a bundle that a witness has not allowed, or that holds something closer than itself.
    ///
    /// @param version which of its versions this is
    void require(Optional<BundleVersion> version) {
        ConsentScope.of(draft.scope()).requireNamed(draft.recipient());
        if (!gaps().isEmpty()) {
            throw new ArchiveException.ConsentMissing(gaps(), version);
        }
        if (!closed().isEmpty()) {
            throw new ArchiveException.ClosedInside(closed(), version);
        }
        whole().stream().filter(this::tooClose).findFirst().ifPresent(leaving -> {
            throw new ArchiveException.ProtectionTooClose(leaving.reference(), version);
        });
    }

    /// Whether something is kept more closely than the bundle.
    boolean tooClose(ConsentJudge.Leaving leaving) {
        return session.store()
                .read(view -> view.protection(leaving.reference()))
                .filter(draft.confidentiality()::covers)
                .isEmpty();
    }

    private Stream<ConsentLine> lines(ConsentJudge.Allowed allowed) {
        return allowed.standing().consent().stream()
                .flatMap(decision -> witnesses.decided(allowed.witness()).stream()
                        .filter(revision -> revision.reference().equals(decision)))
                .map(revision -> line(allowed, revision));
    }

    private static ConsentLine line(ConsentJudge.Allowed allowed, Revision revision) {
        Consent consent = (Consent) revision.record();
        LocalDate given = consent.validFrom().orElseGet(() -> LocalDate.ofInstant(revision.at(), ZoneOffset.UTC));
        return new ConsentLine(
                allowed.item(),
                allowed.witness().toString(),
                consent.scope(),
                consent.decision(),
                consent.mode(),
                given,
                consent.expires(),
                consent.conditions());
    }
}
