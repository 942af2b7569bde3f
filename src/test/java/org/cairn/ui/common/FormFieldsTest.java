package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.junit.jupiter.api.Test;

/// A filled-in form is read in lines, whatever lies in what; nobody reads brackets.
class FormFieldsTest {

    @Test
    void namesWhatLiesInAFieldAfterTheField() {
        assertThat(lines(Map.of("findings", List.of(Map.of("lengthMm", 182), Map.of("site", "right hand")))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("findings 1 · length mm", "182", "findings 2 · site", "right hand"));
    }

    @Test
    void saysCodesAndTruthsInWords() {
        assertThat(lines(Map.of("facilityType", "SAFE_HOUSE", "drainSite", true, "consentScopes", List.of("MED_EXAM"))))
                .doesNotContainValue("true")
                .doesNotContainValue("MED_EXAM")
                .doesNotContainValue("SAFE_HOUSE")
                .hasSize(3);
    }

    @Test
    void leavesOutWhatIsEmptyAndKeepsWhatItDoesNotKnow() {
        assertThat(lines(Map.of("payer", "", "method", "cash in an envelope")))
                .isEqualTo(Map.of("method", "cash in an envelope"));
    }

    private static Map<String, String> lines(Map<String, Object> fields) {
        return FormFields.of(
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new FormRecord(
                        RecordKind.MEDICAL,
                        "Examination",
                        "medical/1",
                        Protection.CONFIDENTIAL,
                        Optional.empty(),
                        Optional.empty(),
                        fields));
    }
}
