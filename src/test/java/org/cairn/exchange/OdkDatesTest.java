package org.cairn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormValues;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.RecordKind;
import org.cairn.exchange.Conversion.Converted;
import org.junit.jupiter.api.Test;

/// ODK writes a whole day for every date; what was asked is kept, not more.
class OdkDatesTest {

    @Test
    void keepsAYearAsAYearAndAMonthAsAMonth() throws Exception {
        FormDefinition form = xls(
                List.of("date", "y", "Year", "year"),
                List.of("date", "m", "Month", "month-year"),
                List.of("date", "d", "Day", ""));
        Map<String, Object> values = Conversion.of(
                        form, Map.of("y", "2014-01-01", "m", "2014-03-01", "d", "2014-01-01"))
                .values();
        assertThat(date(values, "y").edtf()).isEqualTo("2014");
        assertThat(date(values, "y").verbatim()).isEqualTo("2014-01-01");
        assertThat(date(values, "m").edtf()).isEqualTo("2014-03");
        assertThat(date(values, "d").edtf()).isEqualTo("2014-01-01");
    }

    @Test
    void keepsTheSameOfACompiledForm() throws Exception {
        String text = """
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model>
                <instance><data id="p"><y/></data></instance><bind nodeset="/data/y" type="date"/></model></h:head>
                <h:body><input ref="/data/y" appearance="w1 year"/></h:body></h:html>
                """;
        FormDefinition form = ForeignForms.read(text.getBytes(StandardCharsets.UTF_8), "f.xml", RecordKind.TESTIMONY)
                .form();
        assertThat(date(Conversion.of(form, Map.of("y", "2014-01-01")).values(), "y")
                        .edtf())
                .isEqualTo("2014");
    }

    @Test
    void notesTheCalendarInWhichItWasAsked() throws Exception {
        FormDefinition form = xls(List.of("date", "p", "P", "persian"), List.of("date", "e", "E", "ethiopian"));
        Map<String, Object> values = Conversion.of(form, Map.of("p", "2014-03-21", "e", "2014-09-11"))
                .values();
        assertThat(date(values, "p").calendar()).contains(DateCalendar.PERSIAN);
        assertThat(date(values, "e").calendar()).contains(DateCalendar.ETHIOPIC);
        assertThat(date(values, "e").edtf()).isEqualTo("2014-09-11");
    }

    @Test
    void makesNoDayOfAYearInACalendarThatBeginsElsewhere() throws Exception {
        Converted converted =
                Conversion.of(xls(List.of("date", "e", "E", "ethiopian year")), Map.of("e", "2013-09-11"));
        assertThat(converted.values()).isEmpty();
        assertThat(converted.asWritten()).containsEntry("e", "2013-09-11");
    }

    @Test
    void callsNoFirstDayExactWhereNobodyHasTheForm() {
        List<Map<String, Object>> all = List.of(Map.of("a", "2014-01-01", "b", "2014-03-01", "c", "2014-03-02"));
        Map<String, Object> values =
                Conversion.of(InferredForm.of("odk", "t", all), all.getFirst()).values();
        assertThat(date(values, "a").edtf()).isEqualTo("2014");
        assertThat(date(values, "b").edtf()).isEqualTo("2014-03");
        assertThat(date(values, "c").edtf()).isEqualTo("2014-03-02");
    }

    @Test
    void keepsItForTheDateOfAnInterviewToo() throws Exception {
        FormDefinition form =
                xls(List.of("date", "interview_date", "When", "month-year"), List.of("today", "today", ""));
        Taking taking =
                new Taking(form, Map.of("interview_date", "2014-03-01", "today", "2014-03-01", "gone", "2014-01-01"));
        assertThat(taking.date("date", List.of("interview_date")).orElseThrow().edtf())
                .isEqualTo("2014-03");
        assertThat(taking.date("date", List.of("today")).orElseThrow().edtf()).isEqualTo("2014-03-01");
        assertThat(taking.date("date", List.of("gone")).orElseThrow().edtf()).isEqualTo("2014");
    }

    @Test
    void keepsTheTimeOfDayInTheWordsOfADate() throws Exception {
        String start = "2012-04-17T14:07:20.463+03";
        FuzzyDate date = new Taking(xls(List.of("start", "start", "")), Map.of("start", start))
                .date("date", List.of("start"))
                .orElseThrow();
        assertThat(date.edtf()).isEqualTo("2012-04-17");
        assertThat(date.verbatim()).isEqualTo(start);
    }

    private static FuzzyDate date(Map<String, Object> values, String name) {
        return FormValues.date(Objects.requireNonNull(values.get(name))).orElseThrow();
    }

    @SafeVarargs
    private static FormDefinition xls(List<String>... rows) throws Unreadable {
        List<List<String>> all = new java.util.ArrayList<>();
        all.add(List.of("type", "name", "label", "appearance"));
        all.addAll(List.of(rows));
        return ForeignForms.read(MadeFiles.workbook(Map.of("survey", all)), "t.xlsx", RecordKind.TESTIMONY)
                .form();
    }
}
