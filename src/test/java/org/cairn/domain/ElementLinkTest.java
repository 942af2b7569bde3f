package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A link is about one place of one record, says which way it bears, and is withdrawn for good.
class ElementLinkTest {

    private static final Reference STATEMENT = Reference.parse("T-0007");

    private static ElementLink link() {
        return new ElementLink(STATEMENT, Optional.of(Pinpoint.parse("T-0007 ¶14")), "PAL.PURP", Bearing.CONTRADICTS);
    }

    private static void refuses(String field, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).contains(field));
    }

    @Test
    void isADraftKeptAsCloselyAsItsSubjectUntilMoreIsSaid() {
        assertThat(link().standing()).isEqualTo(Standing.DRAFT);
        assertThat(link().protection()).isEqualTo(Protection.PUBLIC);
        assertThat(link().about()).contains(STATEMENT);
        assertThat(link().title()).isEqualTo("PAL.PURP: T-0007 ¶14");
        assertThat(link().at(Optional.empty()).title()).isEqualTo("PAL.PURP: T-0007");
    }

    @Test
    void refusesAPlaceInAnotherRecord() {
        refuses("pinpoint", () -> link().at(Optional.of(Pinpoint.parse("T-0008 ¶14"))));
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TESTIMONY", "EVIDENCE", "MEDICAL"})
    void refusesToBeAboutWhatNoCourtIsShown(RecordKind kind) {
        refuses(
                "subject",
                () -> new ElementLink(new Reference(kind, 1), Optional.empty(), "PAL.PURP", Bearing.CONTEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "the broker's name", "PAL PURP", ".PAL"})
    void refusesWhatIsNoCode(String code) {
        refuses("element", () -> link().to(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, -1})
    void refusesAWeightThatIsNone(int weight) {
        refuses("weight", () -> link().judged(Optional.empty(), Optional.of(weight)));
    }

    @Test
    void refusesAnIncidentThatIsNoEventAndASuspectWhoIsNoPerson() {
        refuses("incident", () -> link().concerning(Optional.of(Reference.parse("P-0001")), Optional.empty()));
        refuses("suspect", () -> link().concerning(Optional.empty(), Optional.of(Reference.parse("W-0001"))));
        ElementLink both =
                link().concerning(Optional.of(Reference.parse("V-0001")), Optional.of(Reference.parse("P-0001")));
        assertThat(both.incident()).contains(Reference.parse("V-0001"));
    }

    @Test
    void refusesAReasonThatIsADocument() {
        String longest = "y".repeat(ElementLink.LONGEST_RATIONALE);
        assertThat(link().because(longest).rationale()).hasSize(ElementLink.LONGEST_RATIONALE);
        refuses("rationale", () -> link().because(longest + "y"));
    }

    @Test
    void isClosedWhenItIsWithdrawnAndSaysWhy() {
        assertThat(link().closed()).isFalse();
        assertThat(link().withdrawnFor("of another hospital").closed()).isTrue();
        refuses("reason", () -> link().withdrawnFor(" "));
    }
}
