package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.archive.Kept;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormRecord;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Term;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A filled-in form is read in lines and in the reader's language, whatever lies in what; nobody reads brackets.
class FormWordsTest {

    @TempDir
    private Path temp;

    private OpenArchive open;

    @BeforeEach
    void openAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void namesWhatLiesInAFieldAfterTheField() {
        assertThat(facts(Locale.ENGLISH, Map.of("findings", List.of(Map.of("lengthMm", 182), Map.of("site", "hand")))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Findings 1 · Length in mm", "182", "Findings 2 · Site", "hand"));
    }

    @Test
    void saysFieldsCodesAndTruthsInTheLanguageOfTheReader() {
        Map<String, Object> fields = Map.of("facility", "Ward 3", "overall", "HIGHLY_CONSISTENT");
        assertThat(facts(Locale.FRENCH, fields))
                .isEqualTo(Map.of("Établissement", "Ward 3", "Compatibilité globale", "hautement compatible"));
        assertThat(facts(Locale.of("ar"), fields)).containsKey("المنشأة");
        assertThat(facts(Locale.ENGLISH, Map.of("imaging", Map.of("clips", true))))
                .isEqualTo(Map.of("Imaging · Surgical clips", "yes"));
    }

    @Test
    void leavesOutWhatIsEmptyAndKeepsWhatItDoesNotKnow() {
        assertThat(facts(Locale.ENGLISH, Map.of("clinician", "", "weatherThatDay", "rain")))
                .isEqualTo(Map.of("weather that day", "rain"));
    }

    @Test
    void readsARecordWithTheRevisionOfTheFormItWasMadeWith() {
        Kept first = open.archive.ownForms().add(form("Ward"));
        Kept second = open.archive.ownForms().add(form("Department"));
        assertThat(second.reference()).isEqualTo(first.reference());
        FormWords words = words(Locale.ENGLISH);
        Map<String, Object> fields = Map.of("ward", "a", "role", "STOKER");
        assertThat(words.facts(record(first.reference() + "/1", fields)))
                .isEqualTo(Map.of("Ward", "Ward A", "role", "STOKER"));
        assertThat(words.facts(record(second.reference() + "/2", fields))).containsKey("Department");
    }

    private static FormDefinition form(String label) {
        return new FormDefinition(
                "wards",
                "1",
                Map.of("en", "Wards"),
                new LanguageTag("en"),
                Optional.of(RecordKind.PLACE),
                List.of(FormField.of("ward", FieldType.CHOICE, Map.of("en", label))
                        .from("wards")),
                Map.of("wards", List.of(new Term("a", Map.of("en", "Ward A")))),
                false,
                Optional.empty());
    }

    private Map<String, String> facts(Locale locale, Map<String, Object> fields) {
        return words(locale).facts(record("medical/1", fields));
    }

    private FormWords words(Locale locale) {
        return new FormWords(new Words(locale, ZoneId.of("UTC")), open.archive.ownForms());
    }

    private static FormRecord record(String form, Map<String, Object> fields) {
        return new FormRecord(
                RecordKind.MEDICAL,
                "Examination",
                form,
                Protection.CONFIDENTIAL,
                Optional.empty(),
                Optional.empty(),
                fields);
    }
}
