package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);

    @Test
    void holdsFromItsFirstDayToItsLast() {
        Consent consent = consent("STORE", Optional.of(MARCH), Optional.of(MAY));

        assertThat(consent.holdsOn(MARCH.minusDays(1))).isFalse();
        assertThat(consent.holdsOn(MARCH)).isTrue();
        assertThat(consent.holdsOn(MAY)).isTrue();
        assertThat(consent.holdsOn(MAY.plusDays(1))).isFalse();
    }

    @Test
    void holdsForAsLongAsNothingElseWasSaid() {
        assertThat(consent("STORE", Optional.empty(), Optional.empty()).holdsOn(LocalDate.MIN))
                .isTrue();
        assertThat(consent("STORE", Optional.of(MARCH), Optional.empty()).holdsOn(LocalDate.MAX))
                .isTrue();
        assertThat(consent("STORE", Optional.empty(), Optional.of(MAY)).holdsOn(LocalDate.MIN))
                .isTrue();
    }

    @Test
    void neverHoldsWhenItEndsBeforeItBegins() {
        Consent consent = consent("STORE", Optional.of(MAY), Optional.of(MARCH));

        for (LocalDate day = MARCH.minusDays(1); day.isBefore(MAY.plusDays(2)); day = day.plusDays(1)) {
            assertThat(consent.holdsOn(day)).isFalse();
        }
    }

    @Test
    void refusesADecisionAboutNothing() {
        assertThatThrownBy(() -> consent(" ", Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly("scope", "missing"));
    }

    @Test
    void mayOnlyBeFollowedByAnotherDecision() {
        Consent consent = consent("STORE", Optional.empty(), Optional.empty());

        assertThat(consent.closed()).isTrue();
        assertThat(consent.concerns()).contains(Reference.parse("W-0001"));
        assertThat(consent.title()).isEqualTo("STORE GRANTED");
    }

    @Test
    void keepsItsConditionsWhateverBecomesOfTheListTheyCameIn() {
        List<String> conditions = new ArrayList<>(List.of("NO_FACE"));
        Consent consent = consent("STORE", Optional.empty(), Optional.empty(), conditions);
        conditions.clear();

        assertThat(consent.conditions()).containsExactly("NO_FACE");
    }

    @Test
    void carriesEveryGapInTheRefusal() {
        ConsentGap never =
                new ConsentGap(Reference.parse("T-0001"), Reference.parse("W-0001"), "STORE", Optional.empty());
        ConsentGap withdrawn = new ConsentGap(
                Reference.parse("T-0002"),
                Reference.parse("W-0002"),
                "SUBMIT_TRIBUNAL",
                Optional.of(ConsentDecision.WITHDRAWN));
        ArchiveException.ConsentMissing missing = new ArchiveException.ConsentMissing(List.of(never, withdrawn));

        assertThat(missing.gaps()).containsExactly(never, withdrawn);
        assertThat(missing.arguments()).containsExactly(2, Reference.parse("T-0001"), "STORE");
        assertThat(missing).hasMessage("consentMissing");
    }

    private static Consent consent(String scope, Optional<LocalDate> from, Optional<LocalDate> last) {
        return consent(scope, from, last, List.of());
    }

    private static Consent consent(
            String scope, Optional<LocalDate> from, Optional<LocalDate> last, List<String> conditions) {
        return new Consent(
                Reference.parse("W-0001"),
                Optional.empty(),
                scope,
                ConsentDecision.GRANTED,
                Optional.empty(),
                conditions,
                from,
                last,
                new LanguageTag("ug"),
                "counsel 2",
                Optional.empty(),
                "",
                ConsentMode.SIGNED,
                Optional.empty());
    }
}
