package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.RiskAssessment.Threat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskAssessmentTest {

    @ParameterizedTest
    @CsvSource({"0,1,likelihood", "6,1,likelihood", "-1,1,likelihood", "1,0,impact", "1,6,impact"})
    void refusesAWeightThatNobodyCouldMean(int likelihood, int impact, String field) {
        assertThatThrownBy(() -> new Threat("family at home", likelihood, impact, List.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly(field, "unknownValue"));
    }

    @Test
    void refusesAThreatThatIsNotSaid() {
        assertThatThrownBy(() -> new Threat("  ", 1, 1, List.of())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void isAsGraveAsItsGravestThreat() {
        assertThat(risk(new Threat("a", 5, 1, List.of()), new Threat("b", 3, 4, List.of()))
                        .gravest())
                .isEqualTo(12);
        assertThat(risk(new Threat("a", 5, 5, List.of())).title()).isEqualTo("25 / 25");
        assertThat(risk().gravest()).isZero();
    }

    @Test
    void isConfidentialWhateverTheWitnessIs() {
        assertThat(risk().protection()).isEqualTo(Protection.CONFIDENTIAL);
        assertThat(risk().concerns()).contains(Reference.parse("W-0001"));
    }

    private static RiskAssessment risk(Threat... threats) {
        return new RiskAssessment(
                Reference.parse("W-0001"), List.of(threats), Optional.empty(), List.of("telephone"), "");
    }
}
