package org.cairn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.domain.FieldType;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms of other tools come in whole, or what is left of them is named.
class ForeignFormsTest {

    private static final List<String> SURVEY = List.of(
            "type",
            "name",
            "label::English (en)",
            "label::Français",
            "hint",
            "relevant",
            "constraint",
            "required",
            "calculation",
            "appearance");

    @Test
    void readsGroupsRepeatsChoicesLanguagesAndConditionsOfAnXlsForm() throws Exception {
        FormDefinition form = xls(
                        row("begin group", "arrest", "Arrest", "Arrestation"),
                        row("select_one yn or_other", "held", "Held?", "Détenu ?"),
                        row("integer", "days", "Days", "Jours", "whole days", "${held} = 'yes'", ". >= 0", "yes"),
                        row("end_group"),
                        row("begin_repeat", "visits", "Visits", "Visites"),
                        row("select multiple yn", "kinds", "Kinds"),
                        row("date", "on", "On"),
                        row("end repeat"))
                .form();
        FormField arrest = form.fields().getFirst();
        assertThat(arrest.type()).isEqualTo(FieldType.GROUP);
        assertThat(arrest.label()).containsEntry("en", "Arrest").containsEntry("fr", "Arrestation");
        FormField held = arrest.fields().getFirst();
        assertThat(held.type()).isEqualTo(FieldType.CHOICE);
        assertThat(held.other()).isTrue();
        assertThat(form.lists()).containsKey("yn");
        FormField days = arrest.fields().get(1);
        assertThat(days.shownIf()).contains("${held} = 'yes'");
        assertThat(days.required()).isTrue();
        assertThat(form.fields().get(1).type()).isEqualTo(FieldType.REPEAT);
        assertThat(form.id()).isEqualTo("intake");
        assertThat(form.version()).isEqualTo("7");
    }

    @Test
    void namesEverythingThatHasNoPlace() throws Exception {
        List<NotMapped> left = xls(
                        row("calculate", "total", "", "", "", "", "", "", "1 + 1"),
                        row("text", "free", "Free", "", "", "pulldata('a','b') = 1", "", "", "", "multiline"),
                        row("select_one_from_file places.csv", "place", "Place"),
                        row("hologram", "odd", "Odd"),
                        row("text", "free", "Free again"),
                        row("begin group", "open", "Open"))
                .notMapped();
        assertThat(left)
                .extracting(NotMapped::code)
                .contains(
                        "calculation", "relevant", "column", "externalList", "unknownType", "renamed", "unclosedGroup");
        assertThat(left).allSatisfy(one -> assertThat(one.where()).isNotBlank());
    }

    @Test
    void guardsQuestionsThatMayNameSomebody() throws Exception {
        FormDefinition form = xls(
                        row("text", "respondent_name", "Name"),
                        row("text", "village_name", "Name of the village"),
                        row("text", "tel", "Téléphone"),
                        row("text", "colour", "Colour"))
                .form();
        assertThat(form.fields()).extracting(FormField::namesPerson).containsExactly(true, false, true, false);
    }

    @Test
    void readsACompiledFormWithItsWordsListsAndRepeats() throws Exception {
        FormDefinition form = ForeignForms.read(xform("").getBytes(StandardCharsets.UTF_8), "f.xml", RecordKind.WITNESS)
                .form();
        assertThat(form.id()).isEqualTo("kiln");
        assertThat(form.extendsKind()).contains(RecordKind.WITNESS);
        assertThat(form.fields()).extracting(FormField::name).containsExactly("colour", "visit", "stamp");
        assertThat(form.fields().getFirst().label())
                .containsEntry("en", "Colour")
                .containsEntry("fr", "Couleur");
        assertThat(form.fields().get(1).type()).isEqualTo(FieldType.REPEAT);
        assertThat(form.fields().get(1).fields().getFirst().shownIf()).contains("/data/colour = 'red'");
        assertThat(form.fields().get(2).type()).isEqualTo(FieldType.COMPUTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE html SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
            })
    void readsNoDocumentType(String type) {
        byte[] bytes = (type + xform("")).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ForeignForms.read(bytes, "f.xml", RecordKind.TESTIMONY))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo("documentType"));
    }

    @Test
    void endsWithXmlThatIsDeeperThanAnyForm() {
        byte[] bytes = ("<a>".repeat(5_000) + "</a>".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ForeignForms.read(bytes, "f.xml", RecordKind.TESTIMONY))
                .isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "PK\u0003\u0004 no zip at all", "<html><head/></html>", "<open"})
    void refusesWhatIsNoForm(String text) {
        assertThatThrownBy(
                        () -> ForeignForms.read(text.getBytes(StandardCharsets.ISO_8859_1), "f", RecordKind.TESTIMONY))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesASpreadsheetWithoutASurvey() {
        byte[] bytes = MadeFiles.workbook(Map.of("budget", List.of(List.of("a", "b"))));
        assertThatThrownBy(() -> ForeignForms.read(bytes, "b.xlsx", RecordKind.TESTIMONY))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.code()).isEqualTo("noSurvey"));
    }

    @Test
    void readsEveryRealFormOfTheCorpora() throws IOException {
        Path folder = Path.of(System.getProperty("cairn.corpora", "../shared/corpora"), "forms", "dev");
        assumeThat(folder).as("the corpora are not here: nothing to read").isDirectory();
        int read = 0;
        for (String collection : List.of("odk-enketo-forms", "odk-onadata", "martus")) {
            try (Stream<Path> files = Files.walk(folder.resolve(collection))) {
                for (Path file : files.filter(ForeignFormsTest::isForm).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    if (Submissions.isForm(bytes) && !isData(file)) {
                        assertThat(form(bytes, file).fields())
                                .as(file.toString())
                                .isNotEmpty();
                        read++;
                    }
                }
            }
        }
        assertThat(read).isGreaterThan(60);
    }

    private static FormDefinition form(byte[] bytes, Path file) {
        try {
            return ForeignForms.read(bytes, file.getFileName().toString(), RecordKind.TESTIMONY)
                    .form();
        } catch (Unreadable e) {
            throw new AssertionError(file + ": " + e.code() + " " + e.detail(), e);
        }
    }

    private static boolean isForm(Path file) {
        return file.toString().matches(".*\\.(xlsx|xml|mct)");
    }

    /// Two spreadsheets among them hold answers, not questions.
    private static boolean isData(Path file) {
        return file.endsWith("good.xlsx") || file.endsWith("double_image_field_form_data.xlsx");
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    @SafeVarargs
    private static ForeignForm xls(List<String>... rows) throws Unreadable {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("survey", Stream.concat(Stream.of(SURVEY), Stream.of(rows)).toList());
        sheets.put(
                "choices",
                List.of(
                        List.of("list_name", "name", "label::English (en)"),
                        List.of("yn", "yes", "Yes"),
                        List.of("yn", "no", "No")));
        sheets.put("settings", List.of(List.of("form_id", "version", "form_title"), List.of("intake", "7", "Intake")));
        return ForeignForms.read(MadeFiles.workbook(sheets), "intake.xlsx", RecordKind.TESTIMONY);
    }

    private static String xform(String more) {
        return """
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
                <h:head><h:title>Kiln</h:title><model><itext>
                <translation lang="English (en)"><text id="colour"><value>Colour</value></text></translation>
                <translation lang="French (fr)"><text id="colour"><value>Couleur</value></text></translation></itext>
                <instance><data id="kiln"><colour/><visit><age/></visit><stamp/><meta><instanceID/></meta></data></instance>
                <bind nodeset="/data/colour" type="string" required="true()"/>
                <bind nodeset="/data/visit/age" type="int" relevant="/data/colour = 'red'"/>
                %s</model></h:head><h:body>
                <select1 ref="/data/colour"><label ref="jr:itext('colour')"/>
                <item><label>Red</label><value>red</value></item></select1>
                <group ref="/data/visit"><label>Visit</label><repeat nodeset="/data/visit">
                <input ref="/data/visit/age"><label>Age</label></input></repeat></group>
                </h:body></h:html>
                """.formatted(more);
    }
}
