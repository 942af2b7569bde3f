package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers are judged by the form they answer.
class FormCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 12, true",
        "INTEGER, 1.5, false",
        "DECIMAL, '1.50', true",
        "DECIMAL, 'ten', false",
        "DATE, 2014-21, true",
        "DATE, 'the day it rained', false",
        "TIME, 14:30, true",
        "TIME, 25:00, false",
        "DATE_TIME, 2012-07-05T14:33:53.000+02, true",
        "DATE_TIME, 2012-07-05T14:33:53 o’clock, false",
        "ATTACHMENT, E-0001, true",
        "ATTACHMENT, T-0001, false",
        "CHOICE, a, true",
        "CHOICE, b, false",
        "YES_NO, yes, false",
        "NOTE, anything, false",
    })
    void takesOnlyWhatFitsTheQuestion(FieldType type, String said, boolean fits) {
        Object value = type == FieldType.INTEGER ? (Object) Double.valueOf(said) : said;
        FormField field = FormField.of("q", type, Map.of()).from("list");
        assertThat(check(List.of(field), Map.of("q", value)).isEmpty()).isEqualTo(fits);
    }

    @Test
    void takesAPlaceOnTheEarthAndNoOther() {
        FormField field = FormField.of("q", FieldType.POINT, Map.of());
        assertThat(FormValues.point("-1.2627557 36.7926442 0.0 30.0")
                        .map(point -> check(List.of(field), Map.of("q", point))))
                .contains(List.of());
        assertThat(FormValues.point("95 36")).isEmpty();
        assertThat(FormValues.point("here there")).isEmpty();
    }

    @Test
    void namesThePlaceOfWhatIsWrongInsideARepeat() {
        FormField age = FormField.of("age", FieldType.INTEGER, Map.of());
        FormField visits = FormField.of("visits", FieldType.REPEAT, Map.of()).holding(List.of(age));
        assertThat(check(List.of(visits), Map.of("visits", List.of(Map.of("age", 3), Map.of("age", "three")))))
                .extracting(FormCheck.Finding::path, FormCheck.Finding::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("visits[1].age", "notANumber"));
    }

    @Test
    void wantsAnAnswerOnlyWhereItsQuestionIsShown() {
        FormField held = FormField.of("held", FieldType.YES_NO, Map.of());
        FormField days = wanted("days", "${held} = 'yes'");
        assertThat(check(List.of(held, days), Map.of("held", false))).isEmpty();
        assertThat(check(List.of(held, days), Map.of("held", true)))
                .extracting(FormCheck.Finding::reason)
                .containsExactly("missing");
    }

    @Test
    void refusesWhatTheFormDoesNotAsk() {
        assertThat(check(List.of(), Map.of("other", "x")))
                .extracting(FormCheck.Finding::reason)
                .containsExactly("unknownField");
    }

    @Test
    void judgesAnAnswerByTheConditionOnIt() {
        FormField age = new FormField(
                "age",
                FieldType.INTEGER,
                Map.of(),
                Map.of(),
                false,
                Optional.empty(),
                Optional.of(". >= 0 and . <= 120"),
                Map.of(),
                Optional.empty(),
                false,
                false,
                List.of());
        assertThat(check(List.of(age), Map.of("age", 30))).isEmpty();
        assertThat(check(List.of(age), Map.of("age", 130)))
                .extracting(FormCheck.Finding::reason)
                .containsExactly("constraint");
    }

    private static FormField wanted(String name, String shownIf) {
        return new FormField(
                name,
                FieldType.TEXT,
                Map.of(),
                Map.of(),
                true,
                Optional.of(shownIf),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private static List<FormCheck.Finding> check(List<FormField> fields, Map<String, Object> values) {
        return FormCheck.of(fields, values, (list, code) -> code.equals("a"), TODAY);
    }
}
