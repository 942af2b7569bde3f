package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.Answers;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.exchange.MadeFiles;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A medical record as an exhibit, of this form and of the earlier one.
class MedicalExhibitTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
        witness = open.witness();
        open.mayBeKept(witness);
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void standsInABundleThatKeepsEveryRule() throws Exception {
        FormRecord sample = ExaminationsTest.sample();
        Reference report =
                open.archive.records().keep(of(sample.form(), sample.fields())).reference();
        Reference old = open.archive
                .records()
                .keep(of("medical/1", Map.of("findings", List.of(Map.of("code", "FLANK_LUMBOTOMY_L")))))
                .reference();

        ServedBundle served = open.archive
                .bundles()
                .write(BundlesTest.draft(report, old), Choices.NONE, temp.resolve("out"), Progress.none());

        assertThat(Bundles.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        assertThat(text(served.pdf()))
                .contains("Medico-legal report on " + witness)
                .contains("highly consistent with")
                .contains("FLANK_LUMBOTOMY_L");
    }

    @Test
    void keepsTheDatesOfAReportAsTheyWereUnderstood() throws Exception {
        FormRecord sample = ExaminationsTest.sample();
        Reference report =
                open.archive.records().keep(of(sample.form(), sample.fields())).reference();

        FormRecord kept = (FormRecord) open.archive.records().open(report).record();

        assertThat(kept.fields().get("imaging")).asString().contains("2025-05-28");
    }

    @Test
    void printsWhatAnOwnFormAskedWithItsWordsAndWithholdsWhoIsNamed() throws Exception {
        Reference form = open.archive.ownForms().add(ownForm()).reference();
        Map<String, Object> answers =
                Map.of("held", true, "days", 4, "cellmates", List.of(Map.of("who", "Osric Vane")));
        Reference own = open.archive.records().keep(of(form + "/1", answers)).reference();
        FormRecord sample = ExaminationsTest.sample();
        Reference report = open.archive
                .records()
                .keep(answered(of(sample.form(), sample.fields()), form, answers))
                .reference();
        Reference old = open.archive
                .records()
                .keep(answered(of("medical/1", Map.of("note", "A long scar")), form, answers))
                .reference();

        String own1 = written(own);
        assertThat(own1).contains("Were you held?").doesNotContain("Osric").contains("withheld");
        String full = written(report);
        assertThat(full).contains("Were you held?").doesNotContain("Osric").contains("Medico-legal report");
        String free = written(old);
        assertThat(free).contains("Were you held?").doesNotContain("Osric").contains("A long scar");
    }

    private String written(Reference exhibit) throws Exception {
        return text(open.archive
                .bundles()
                .write(BundlesTest.draft(exhibit), Choices.NONE, temp.resolve("out" + exhibit), Progress.none())
                .pdf());
    }

    private static FormDefinition ownForm() {
        return OwnForms.read(
                        MadeFiles.FORM_FILE.replace("TESTIMONY", "MEDICAL").getBytes(StandardCharsets.UTF_8),
                        "f.json",
                        RecordKind.MEDICAL)
                .form();
    }

    private static FormRecord answered(FormRecord record, Reference form, Map<String, Object> answers) {
        return new FormRecord(
                record.kind(),
                record.title(),
                record.form(),
                record.protection(),
                record.date(),
                record.witness(),
                record.fields(),
                Answers.of(List.of(new FilledForm(form + "/1", answers))));
    }

    private FormRecord of(String form, Map<String, Object> fields) {
        return new FormRecord(
                RecordKind.MEDICAL,
                "SYNTHETIC examination",
                form,
                Protection.RESTRICTED,
                Optional.empty(),
                Optional.of(witness),
                fields);
    }

    private static String text(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
