package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.FormRecord;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.medical.BodyDrawing;
import org.cairn.domain.medical.BodyView;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.medical.LabResult;
import org.cairn.store.RecordJson;
import org.junit.jupiter.api.Test;

class ExaminationsTest {

    @Test
    void readsWhatAClinicianWrote() throws IOException {
        Examination examination = Examinations.of(sample()).orElseThrow();

        assertThat(examination.findings()).hasSize(3);
        assertThat(examination.findings().getFirst().mark().orElseThrow().view())
                .isEqualTo(BodyView.LEFT);
        assertThat(examination.laboratory().get(1).value()).isEqualTo("13.80");
        assertThat(examination.tests().getFirst().notTested()).contains("cook");
    }

    @Test
    void writesTheSameFieldsThatItRead() throws IOException {
        FormRecord sample = sample();
        Examination examination = Examinations.of(sample).orElseThrow();

        assertThat(RecordJson.write(Examinations.fields(examination)))
                .isEqualTo(RecordJson.write(dated(sample.fields())));
    }

    /// The golden form: what is written today must be readable for good.
    @Test
    void keepsTheFormatAsItIs() {
        Examination blank = Examination.blank("IMAGING", new org.cairn.domain.LanguageTag("fr"));

        assertThat(RecordJson.write(Examinations.fields(blank)))
                .isEqualTo("{\"examination\":\"IMAGING\",\"language\":\"fr\"}");
    }

    @Test
    void refusesACodeThatNoListHas() {
        refused("\"findings\":[{\"code\":\"WING\"}]", "medical.fields.findings[0].code");
        refused("\"overall\":\"CERTAIN\"", "medical.fields.overall");
        refused("\"restrictions\":[\"RAIN\"]", "medical.fields.restrictions");
        refused("\"sections\":{\"GOSSIP\":\"x\"}", "medical.fields.sections.GOSSIP");
        refused("\"tests\":[{\"test\":\"PALM_READING\"}]", "medical.fields.tests[0].test");
        refused("\"imaging\":{\"left\":{\"state\":\"BLUE\"}}", "medical.fields.imaging.left.state");
        refused(
                "\"laboratory\":[{\"loinc\":\"718-7\",\"value\":\"13\",\"unit\":\"spoons\"}]",
                "medical.fields.laboratory[0].unit");
        refused("\"postMortem\":{\"body\":\"LOST\"}", "medical.fields.postMortem.body");
    }

    @Test
    void refusesAPlaceOutsideTheDrawing() {
        refused(
                "\"findings\":[{\"code\":\"BURN\",\"mark\":{\"view\":\"FRONT\",\"x\":1.2,\"y\":0.5}}]",
                "medical.fields.findings[0].mark.x");
    }

    @Test
    void refusesAMisspeltFieldAndAWrongCode() {
        refused("\"findngs\":[]", "medical.fields.findngs");
        refused("\"diagnoses\":[{\"code\":\"kidney\"}]", "medical.fields.diagnoses[0].code");
        refused("\"laboratory\":[{\"loinc\":\"883-8\",\"result\":\"B\"}]", "medical.fields.laboratory[0].loinc");
        refused(
                "\"recipient\":{\"paid\":{\"amount\":\"10\",\"currency\":\"gold\"}}",
                "medical.fields.recipient.paid.currency");
    }

    @Test
    void leavesEarlierFormsAlone() {
        FormRecord old = new FormRecord(
                RecordKind.MEDICAL,
                "old",
                "medical/1",
                org.cairn.domain.Protection.CONFIDENTIAL,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                Map.of("findings", "anything"));

        assertThat(Examinations.required(old)).isSameAs(old);
        assertThat(Examinations.of(old)).isEmpty();
        assertThat(Examinations.free(old)).containsEntry("findings", "anything");
    }

    @Test
    void hasAWordForEveryRegionThatCanBePointedAt() {
        for (BodyView view : BodyView.values()) {
            assertThat(BodyDrawing.of(view).regions())
                    .extracting(BodyDrawing.Region::code)
                    .isSubsetOf(Vocabulary.codes("body-region"));
        }
    }

    @Test
    void offersOnlyCodesThatItWouldTake() {
        assertThat(Vocabulary.codes("analyte")).allMatch(LabResult::isLoinc);
        assertThat(Vocabulary.codes("diagnosis")).allSatisfy(code -> new org.cairn.domain.medical.Diagnosis(code, ""));
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        FormRecord sample = sample();

        assertThat(Examinations.missing(sample, Examinations.of(sample).orElseThrow()))
                .containsExactly("witness");
        assertThat(Examinations.missing(
                        sample, Examination.blank("MEDICO_LEGAL", org.cairn.domain.LanguageTag.UNDETERMINED)))
                .contains("clinician", "consent", "ALLEGATIONS", "overall", "signature");
    }

    @Test
    void takesNoTickForADecisionOfTheWitness() throws IOException {
        FormRecord sample = sample();
        FormRecord known = new FormRecord(
                sample.kind(),
                sample.title(),
                sample.form(),
                sample.protection(),
                sample.date(),
                Optional.of(Reference.parse("W-0001")),
                sample.fields());
        Examination ticked = Examinations.of(known).orElseThrow();
        assertThat(ticked.consentScopes()).contains("MED_EXAM", "PHOTO_BODY");
        assertThat(Examinations.missing(known, ticked, scope -> standing(!scope.equals("PHOTO_BODY"))))
                .containsExactly("recorded.PHOTO_BODY");
        assertThat(Examinations.missing(known, ticked, scope -> standing(true))).isEmpty();
        assertThat(text(Examinations.preview(sample, Locale.ENGLISH))).containsPattern("as noted by\\s");
    }

    private static ConsentStanding standing(boolean permits) {
        return new ConsentStanding(permits, Optional.empty(), false, List.of(), List.of(), Optional.empty());
    }

    @Test
    void printsTheLaboratoryAndWhatItFoundInWordsToo() throws IOException {
        FormRecord form = (FormRecord) RecordJson.read(
                RecordKind.MEDICAL,
                "{\"form\":\"medical/2\",\"title\":\"t\",\"fields\":{\"examination\":\"MEDICO_LEGAL\",\"laboratory\":"
                        + "[{\"analyte\":\"Screen\",\"value\":\"<5\",\"unit\":\"g/L\",\"result\":\"reactive\","
                        + "\"laboratory\":\"Harbour\"}]}}");
        assertThat(text(Examinations.preview(form, Locale.ENGLISH))).contains("<5", "reactive", "Harbour");
    }

    @Test
    void printsTheReportWithItsFindingsInNumbers() throws IOException {
        String text = text(Examinations.preview(sample(), Locale.ENGLISH));

        assertThat(text)
                .contains("Medico-legal report")
                .contains("SYNTHETIC")
                .contains("flank scar (lumbotomy), left")
                .contains("left flank")
                .contains("182 × 4 mm")
                .contains("highly consistent with")
                .contains("Who was not tested")
                .contains("13.80")
                .contains("LOINC 718-7")
                .contains("high")
                .contains("Restrictions on the examination")
                .contains("Signature of the clinician");
    }

    @Test
    void printsTheLabelsInTheCliniciansLanguage() throws IOException {
        Map<String, String> titles = Map.of(
                "fr", "Rapport médico-légal",
                "es", "Informe médico-legal",
                "ru", "Судебно-медицинское заключение",
                "zh", "法医学报告");
        for (Map.Entry<String, String> title : titles.entrySet()) {
            FormRecord french = sample("\"language\": \"" + title.getKey() + "\"");
            assertThat(text(Examinations.preview(french, Locale.ENGLISH))).contains(title.getValue());
        }
    }

    @Test
    void printsOnlyTheViewsThatBearAMark() throws IOException {
        String text = text(Examinations.preview(sample(), Locale.ENGLISH));

        assertThat(text).contains("right palm").contains("Left side").doesNotContain("right sole");
    }

    private static void refused(String member, String field) {
        String json =
                "{\"form\":\"medical/2\",\"title\":\"t\",\"fields\":{\"examination\":\"MEDICO_LEGAL\"," + member + "}}";
        FormRecord form = (FormRecord) RecordJson.read(RecordKind.MEDICAL, json);
        assertThatThrownBy(() -> Examinations.required(form))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments().getFirst()).isEqualTo(field));
    }

    static FormRecord sample() throws IOException {
        return sample("\"language\": \"en\"");
    }

    private static FormRecord sample(String language) throws IOException {
        try (var in = Objects.requireNonNull(ExaminationsTest.class.getResourceAsStream("/medical/flank.json"))) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (FormRecord) RecordJson.read(RecordKind.MEDICAL, json.replace("\"language\": \"en\"", language));
        }
    }

    /// Dates are typed as words and kept as what they were understood to be.
    private static Map<String, Object> dated(Map<String, Object> fields) {
        Examination read = RecordJson.readValue(Examination.class, RecordJson.write(fields));
        Map<String, Object> same = new TreeMap<>(fields);
        Map<String, Object> written = Examinations.fields(read);
        for (String field : List.of("clinician", "tests", "imaging", "laboratory")) {
            same.put(field, written.get(field));
        }
        return same;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
