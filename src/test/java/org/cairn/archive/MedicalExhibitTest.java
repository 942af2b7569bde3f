package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
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
