package org.cairn.domain.medical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.junit.jupiter.api.Test;

class LabResultTest {

    @Test
    void keepsTheDecimalAsTheLaboratoryWroteIt() {
        assertThat(value("1.20", "0.5", "1.5").value()).isEqualTo("1.20");
    }

    @Test
    void flagsWhatIsBelowOrAboveTheRange() {
        assertThat(value("118", "62", "106").flag()).contains(LabResult.Flag.HIGH);
        assertThat(value("61.9", "62", "106").flag()).contains(LabResult.Flag.LOW);
        assertThat(value("62.0", "62", "106").flag()).contains(LabResult.Flag.WITHIN);
        assertThat(value("4", "", "5").flag()).contains(LabResult.Flag.WITHIN);
    }

    @Test
    void flagsABoundOnlyWhereItIsSure() {
        assertThat(value("<5", "5", "10").flag()).contains(LabResult.Flag.LOW);
        assertThat(value("<7", "5", "10").flag()).isEmpty();
        assertThat(value(">10", "5", "10").flag()).contains(LabResult.Flag.HIGH);
        assertThat(value(">7", "5", "10").flag()).isEmpty();
    }

    @Test
    void saysNothingOfAValueWithoutARange() {
        assertThat(value("118", "", "").flag()).isEmpty();
    }

    @Test
    void refusesANumberWithoutItsUnit() {
        assertThatThrownBy(() -> result("", "118", "", "", ""))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).startsWith("unit", "unitMissing"));
    }

    @Test
    void takesAWordWithoutAUnit() {
        assertThat(new LabResult("", "883-9", "", "", "B", "", "", Optional.empty(), "", "").flag())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoDecimal() {
        for (String wrong : List.of("1,2", "about 5", "1e3", "5 mg", "≈5")) {
            assertThatThrownBy(() -> value(wrong, "", ""))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.arguments()).startsWith("value", "notDecimal"));
        }
    }

    @Test
    void refusesARangeThatIsUpsideDown() {
        assertThatThrownBy(() -> value("5", "10", "2")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void knowsALoincCodeByItsCheckDigit() {
        assertThat(List.of("883-9", "10331-7", "78014-8", "78015-5", "96636-6", "96664-8"))
                .allMatch(LabResult::isLoinc);
        assertThat(List.of("883-8", "10331-1", "883", "A-1", "")).noneMatch(LabResult::isLoinc);
    }

    private static LabResult value(String value, String low, String high) {
        return result("umol/L", value, low, high, "14682-9");
    }

    private static LabResult result(String unit, String value, String low, String high, String loinc) {
        return new LabResult("creatinine", loinc, value, unit, "", low, high, Optional.empty(), "", "");
    }
}
