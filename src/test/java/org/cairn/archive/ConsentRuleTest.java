package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.junit.jupiter.api.Test;

class ConsentRuleTest {

    private static final Reference WITNESS = Reference.parse("W-0001");
    private static final Reference STATEMENT = Reference.parse("T-0001");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final Optional<String> COURT = Optional.of("The Court");

    private final List<Revision> given = new ArrayList<>();

    @Test
    void meansNoWhereNobodyAsked() {
        assertThat(standing().permits()).isFalse();
        assertThat(standing().decision()).isEmpty();
    }

    @Test
    void permitsWhatWasGranted() {
        decide(ConsentDecision.GRANTED);
        assertThat(standing().permits()).isTrue();
    }

    @Test
    void letsTheLatestDecisionWin() {
        decide(ConsentDecision.GRANTED);
        decide(ConsentDecision.WITHDRAWN);
        assertThat(standing().permits()).isFalse();
        assertThat(standing().decision()).contains(ConsentDecision.WITHDRAWN);
        decide(ConsentDecision.GRANTED);
        assertThat(standing().permits()).isTrue();
    }

    @Test
    void doesNotTakeDeferredForYes() {
        decide(ConsentDecision.DEFERRED);
        assertThat(standing().permits()).isFalse();
    }

    @Test
    void countsExpiryToTheLastDay() {
        decide(ConsentDecision.GRANTED, Optional.empty(), Optional.empty(), Optional.of(TODAY));
        assertThat(standing().permits()).isTrue();
        assertThat(new ConsentRule(given).standing(Optional.of(STATEMENT), "SUBMIT_TRIBUNAL", COURT, TODAY.plusDays(1)))
                .matches(standing -> !standing.permits() && standing.expired());
    }

    @Test
    void keepsAConsentForOneRecipientFromServingAnother() {
        decide(ConsentDecision.GRANTED, Optional.empty(), Optional.of("Another court"), Optional.empty());
        assertThat(standing().permits()).isFalse();
    }

    @Test
    void letsADecisionOnOneStatementStandBeforeOneOnAll() {
        decide(ConsentDecision.REFUSED, Optional.of(STATEMENT), Optional.empty(), Optional.empty());
        decide(ConsentDecision.GRANTED);
        assertThat(standing().permits()).isFalse();
    }

    @Test
    void doesNotLetAnEarlierCloserYesOutliveALaterWithdrawalOfEverything() {
        decide(ConsentDecision.GRANTED, Optional.of(STATEMENT), COURT, Optional.empty());
        decide(ConsentDecision.WITHDRAWN);
        assertThat(standing().permits()).isFalse();
    }

    @Test
    void doesNotLetAnEarlierCloserYesHideANoThatNobodyTookBack() {
        decide(ConsentDecision.GRANTED, Optional.of(STATEMENT), Optional.empty(), Optional.empty());
        decide(ConsentDecision.WITHDRAWN, Optional.empty(), COURT, Optional.empty());
        decide(ConsentDecision.GRANTED);
        assertThat(standing().permits()).isFalse();
        assertThat(standing().decision()).contains(ConsentDecision.WITHDRAWN);
        decide(ConsentDecision.GRANTED, Optional.empty(), COURT, Optional.empty());
        assertThat(standing().permits()).isTrue();
    }

    @Test
    void refusesAgainOnceWhatLiftedARefusalHasRunOut() {
        decide(ConsentDecision.GRANTED, Optional.of(STATEMENT), COURT, Optional.empty());
        decide(ConsentDecision.WITHDRAWN);
        decide(ConsentDecision.GRANTED, Optional.empty(), Optional.empty(), Optional.of(TODAY.minusDays(1)));
        assertThat(standing()).matches(standing -> !standing.permits() && standing.expired());
    }

    @Test
    void bindsWhateverLeavesAfterARefusalToTheConditionsOfItsTakingBack() {
        decide(ConsentDecision.GRANTED, Optional.of(STATEMENT), COURT, Optional.empty());
        decide(ConsentDecision.WITHDRAWN);
        decide(ConsentDecision.CONDITIONAL);
        assertThat(standing().decision()).contains(ConsentDecision.CONDITIONAL);
    }

    /// Whatever a witness said before, an older yes found in a drawer opens nothing that a no had closed.
    @Test
    void isNeverTurnedFromNoToYesByAnOlderYes() {
        Random random = new Random(20261128);
        int refused = 0;
        for (int round = 0; round < 4_000; round++) {
            given.clear();
            int decisions = 1 + random.nextInt(6);
            for (int i = 0; i < decisions; i++) {
                decide(any(random, ConsentDecision.values()), anyStatement(random), anyCourt(random), Optional.empty());
            }
            ConsentStanding before = standing();
            List<Revision> later = List.copyOf(given);
            given.clear();
            decide(ConsentDecision.GRANTED, anyStatement(random), anyCourt(random), Optional.empty());
            given.addAll(later);
            boolean saidNo =
                    before.decision().filter(decision -> !decision.allows()).isPresent();
            if (saidNo) {
                refused++;
                assertThat(standing().permits()).as("round %d", round).isFalse();
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    private static ConsentDecision any(Random random, ConsentDecision... decisions) {
        return decisions[random.nextInt(decisions.length)];
    }

    private static Optional<Reference> anyStatement(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(STATEMENT);
    }

    private static Optional<String> anyCourt(Random random) {
        return random.nextBoolean() ? Optional.empty() : COURT;
    }

    @Test
    void doesNotReachSomebodyRefusedByNamingNobody() {
        decide(ConsentDecision.GRANTED);
        decide(ConsentDecision.REFUSED, Optional.empty(), Optional.of("Another court"), Optional.empty());
        assertThat(standing().permits()).isTrue();
        assertThat(new ConsentRule(given)
                        .standing(Optional.of(STATEMENT), "SUBMIT_TRIBUNAL", Optional.empty(), TODAY)
                        .permits())
                .isFalse();
        decide(ConsentDecision.GRANTED, Optional.empty(), Optional.of("Another court"), Optional.empty());
        assertThat(new ConsentRule(given)
                        .standing(Optional.of(STATEMENT), "SUBMIT_TRIBUNAL", Optional.empty(), TODAY)
                        .permits())
                .isTrue();
    }

    @Test
    void countsDisclosureToTheDefenceOnlyWithSubmissionToATribunal() {
        decide("DISCLOSE_ID_DEFENCE", ConsentDecision.GRANTED, Optional.empty());
        assertThat(standing("DISCLOSE_ID_DEFENCE"))
                .matches(standing -> !standing.permits())
                .extracting(ConsentStanding::lacking)
                .isEqualTo(List.of("SUBMIT_TRIBUNAL"));
        decide(ConsentDecision.GRANTED);
        assertThat(standing("DISCLOSE_ID_DEFENCE").permits()).isTrue();
        decide(ConsentDecision.WITHDRAWN);
        assertThat(standing("DISCLOSE_ID_DEFENCE").permits()).isFalse();
    }

    @Test
    void countsStoringOnlyWithOneWayOfRecording() {
        decide("STORE", ConsentDecision.GRANTED, Optional.empty());
        decide("REC_NOTES", ConsentDecision.REFUSED, Optional.empty());
        assertThat(standing("STORE").permits()).isFalse();
        decide("REC_AUDIO", ConsentDecision.GRANTED, Optional.empty());
        assertThat(standing("STORE").permits()).isTrue();
    }

    @Test
    void readsAnOldPermissionForAnAuthorityThatNobodyNamedAsNone() {
        decide("SHARE_NATIONAL_AUTH", ConsentDecision.GRANTED, Optional.empty());
        assertThat(standing("SHARE_NATIONAL_AUTH").permits()).isFalse();
        decide("SHARE_NATIONAL_AUTH", ConsentDecision.GRANTED, COURT);
        assertThat(standing("SHARE_NATIONAL_AUTH").permits()).isTrue();
    }

    @Test
    void takesPublicationWithTheNameForNoPermissionToPublishWithoutIt() {
        decide("PUBLISH_NAMED", ConsentDecision.GRANTED, Optional.empty());
        assertThat(standing("PUBLISH_ANON").permits()).isFalse();
        assertThat(standing("MEDIA").permits()).isFalse();
    }

    @Test
    void keepsADecisionForOneRecipientApartFromThatForAnother() {
        decide(ConsentDecision.GRANTED, Optional.empty(), COURT, Optional.empty());
        decide(ConsentDecision.REFUSED, Optional.empty(), Optional.of("Another court"), Optional.empty());
        decide(ConsentDecision.WITHDRAWN, Optional.of(STATEMENT), Optional.of(" the court"), Optional.empty());
        assertThat(new ConsentRule(given).standing(TODAY))
                .extracting(standing -> standing.consent().decision())
                .containsExactly(ConsentDecision.GRANTED, ConsentDecision.REFUSED, ConsentDecision.WITHDRAWN);
    }

    @Test
    void showsNoPermissionThatALaterNoOverrules() {
        decide(ConsentDecision.GRANTED, Optional.of(STATEMENT), COURT, Optional.empty());
        decide(ConsentDecision.GRANTED, Optional.empty(), Optional.of("THE COURT "), Optional.empty());
        decide(ConsentDecision.WITHDRAWN);
        assertThat(new ConsentRule(given).standing(TODAY))
                .singleElement()
                .satisfies(
                        standing -> assertThat(standing.consent().recipient()).isEmpty());
    }

    @Test
    void showsWhatNoLongerHoldsOrNeedsMoreToCount() {
        decide(ConsentDecision.GRANTED, Optional.empty(), Optional.empty(), Optional.of(TODAY.minusDays(1)));
        decide("DISCLOSE_ID_DEFENCE", ConsentDecision.GRANTED, Optional.empty());
        assertThat(new ConsentRule(given).standing(TODAY))
                .anyMatch(standing -> standing.standing().expired())
                .anyMatch(standing -> standing.standing().lacking().equals(List.of("SUBMIT_TRIBUNAL")));
    }

    private ConsentStanding standing() {
        return standing("SUBMIT_TRIBUNAL");
    }

    private ConsentStanding standing(String scope) {
        return new ConsentRule(given).standing(Optional.of(STATEMENT), scope, COURT, TODAY);
    }

    private void decide(ConsentDecision decision) {
        decide(decision, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void decide(
            ConsentDecision decision,
            Optional<Reference> statement,
            Optional<String> recipient,
            Optional<LocalDate> expires) {
        decide("SUBMIT_TRIBUNAL", decision, statement, recipient, expires);
    }

    private void decide(String scope, ConsentDecision decision, Optional<String> recipient) {
        decide(scope, decision, Optional.empty(), recipient, Optional.empty());
    }

    private void decide(
            String scope,
            ConsentDecision decision,
            Optional<Reference> statement,
            Optional<String> recipient,
            Optional<LocalDate> expires) {
        Consent consent = new Consent(
                WITNESS,
                statement,
                scope,
                decision,
                recipient,
                List.of(),
                Optional.empty(),
                expires,
                new LanguageTag("en"),
                "interviewer 1",
                Optional.empty(),
                "",
                ConsentMode.SIGNED,
                Optional.empty());
        Reference reference = new Reference(consent.kind(), given.size() + 1);
        given.add(new Revision(
                reference, 1, consent, Fingerprint.of(new byte[0]), Optional.empty(), "amina", Instant.EPOCH));
    }
}
