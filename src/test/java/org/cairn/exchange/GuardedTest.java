package org.cairn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.RecordKind;
import org.junit.jupiter.api.Test;

/// What another tool asked and what finds a person is marked, wherever it stands in its form.
class GuardedTest {

    @Test
    void marksEveryPlaceOnTheEarth() throws Exception {
        FormDefinition form = xls(
                List.of("geopoint", "gps", "Where are we?"),
                List.of("geotrace", "walk", "The way you took"),
                List.of("start-geopoint", "begun", ""),
                List.of("text", "colour", "Colour"));
        assertThat(marked(form)).containsExactly("gps", "walk", "begun");
    }

    @Test
    void marksPlacesOfACompiledFormThatNobodyIsAskedFor() throws Exception {
        String text = """
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model>
                <instance><data id="p"><there/><shape/><silent/><colour/></data></instance>
                <bind nodeset="/data/there" type="geopoint"/><bind nodeset="/data/shape" type="geoshape"/>
                <bind nodeset="/data/silent" type="geopoint"/><bind nodeset="/data/colour" type="string"/></model></h:head>
                <h:body><input ref="/data/there"/><input ref="/data/shape"/><input ref="/data/colour"/></h:body></h:html>
                """;
        assertThat(marked(ForeignForms.read(text.getBytes(StandardCharsets.UTF_8), "f.xml", RecordKind.TESTIMONY)
                        .form()))
                .containsExactly("there", "shape", "silent");
    }

    @Test
    void marksColumnsOfLatitudeAndLongitude() {
        FormDefinition form = InferredForm.of(
                "csv", "t", List.of(Map.of("home-Latitude", "33.1", "home-Longitude", "44.2", "colour", "red")));
        assertThat(marked(form)).containsExactlyInAnyOrder("home-Latitude", "home-Longitude");
    }

    @Test
    void marksTheDayOfABirth() throws Exception {
        FormDefinition form = xls(
                List.of("date", "q7", "Date of birth"),
                List.of("date", "naissance", "Quand ?"),
                List.of("date", "event_day", "When was it?"));
        assertThat(marked(form)).containsExactly("q7", "naissance");
    }

    @Test
    void marksTheLeavesOfAGroupThatIsAName() throws Exception {
        FormDefinition form = xls(
                List.of("begin group", "name", ""),
                List.of("text", "first", ""),
                List.of("text", "last", ""),
                List.of("end group"),
                List.of("begin group", "c1", "Contact"),
                List.of("text", "street", ""),
                List.of("integer", "number", ""),
                List.of("end group"),
                List.of("begin group", "visit", "Visit"),
                List.of("text", "purpose", "Purpose"),
                List.of("end group"));
        assertThat(marked(form)).containsExactly("first", "last", "street", "number");
    }

    @Test
    void proposesThePartsOfANameAndOfAnAddress() throws Exception {
        FormDefinition form = xls(
                List.of("begin group", "name", ""),
                List.of("text", "first", ""),
                List.of("text", "last", ""),
                List.of("text", "mood", ""),
                List.of("end group"),
                List.of("begin group", "contact", ""),
                List.of("text", "street", ""),
                List.of("text", "number", ""),
                List.of("end group"));
        assertThat(ProposedMapping.of(form).name()).containsExactly("name.first", "name.last");
        assertThat(ProposedMapping.of(form).contact()).containsExactly("contact.street", "contact.number");
    }

    @Test
    void marksWhatMartusKeptPrivateDownToTheCellsOfATable() throws Exception {
        String fields = """
                </MainFieldSpecs><PrivateFieldSpecs><Field type='GRID'><Tag>seen</Tag><Label>Seen</Label>
                <GridSpecDetails><Column type='STRING'><Tag></Tag><Label>Colour</Label></Column>
                <Column type='DATE'><Tag></Tag><Label>Day</Label></Column></GridSpecDetails></Field>
                </PrivateFieldSpecs><Ignored>""";
        String bulletin = MadeFiles.bulletin(fields, "", "").replaceFirst("(?s)<Ignored>.*?</PrivateFieldSpecs>", "");
        Offered.Submission read = (Offered.Submission) Submissions.read(
                        ("<MartusBulletins>" + bulletin + "</MartusBulletins>").getBytes(StandardCharsets.UTF_8),
                        "b.xml",
                        false)
                .getFirst();
        assertThat(marked(java.util.Objects.requireNonNull(read.own()).form())).contains("Colour", "Day");
    }

    @Test
    void keepsAMarkWhenFormsAreJoined() {
        FormDefinition day = InferredForm.of("csv", "t", List.of(Map.of("birth", "1970-01-02")));
        FormDefinition words = InferredForm.of("csv", "t", List.of(Map.of("birth", "in spring")));
        assertThat(marked(InferredForm.joined(day, words))).containsExactly("birth");
    }

    @Test
    void marksAGroupForWhatAToolWroteInItsPlace() throws Exception {
        FormDefinition form =
                xls(List.of("begin group", "name", ""), List.of("text", "first", ""), List.of("end group"));
        assertThat(form.fields().getFirst().namesPerson()).isTrue();
        assertThat(Conversion.of(form, Map.of("name", Map.of("", "Ana Ruvo"))).asWritten())
                .containsExactly(Map.entry("name", "Ana Ruvo"));
    }

    private static List<String> marked(FormDefinition form) {
        List<String> marked = new ArrayList<>();
        form.everyField().stream()
                .filter(field -> field.namesPerson() && field.fields().isEmpty())
                .forEach(field -> marked.add(field.name()));
        return marked;
    }

    @SafeVarargs
    private static FormDefinition xls(List<String>... rows) throws Unreadable {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put(
                "survey",
                Stream.concat(Stream.of(List.of("type", "name", "label")), Stream.of(rows))
                        .toList());
        return ForeignForms.read(MadeFiles.workbook(sheets), "t.xlsx", RecordKind.TESTIMONY)
                .form();
    }
}
