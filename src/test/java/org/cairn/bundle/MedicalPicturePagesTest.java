package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.insert.Memory;
import org.cairn.domain.Area;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Redaction;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.MedicalFile;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MedicalPicturePagesTest {

    private static final String WAVELETS = "1.2.840.10008.1.2.4.90";

    @TempDir
    Path folder;

    @Test
    void spreadsTheOnesThatArePrintedOverAFilm() {
        assertThat(MedicalPicturePages.spread(1)).containsExactly(1);
        assertThat(MedicalPicturePages.spread(3)).containsExactly(1, 2, 3);
        assertThat(MedicalPicturePages.spread(500))
                .hasSize(MedicalPicturePages.MOST)
                .startsWith(1, 23)
                .endsWith(500)
                .doesNotHaveDuplicates();
    }

    @Test
    void printsEachPictureUnderWhatTheFileSaysButNotUnderWhomItShows() throws IOException {
        MedicalFile film = film(30);
        ServedBundle served = write(exhibit(film.file()));

        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == RuleResult.Outcome.BROKEN);
        assertThat(served.results())
                .anyMatch(result -> result.code().equals("rule.SCAN.spread")
                        && result.arguments().containsAll(List.of("A/1", "30", "24")));
        String text = text(served);
        assertThat(text)
                .contains("Ultrasound", "ABDOMEN", "21 May 2016", "1 of 30", "30 of 30", "2 × 2")
                .doesNotContain("SECRET");
        assertThat(text.split(" of 30").length - 1).isEqualTo(MedicalPicturePages.MOST);
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            long pictures = 0;
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            assertThat(pictures).isEqualTo(MedicalPicturePages.MOST);
        }
    }

    @Test
    void printsOnlyThePicturesThatAreWantedAndWithholdsThemWhole() throws IOException {
        PlannedExhibit whole = exhibit(film(5).file());
        PlannedExhibit some = new PlannedExhibit(
                whole.reference(),
                whole.mark(),
                whole.title(),
                whole.content(),
                whole.custody(),
                whole.fileStem(),
                List.of(),
                PageRanges.parse("2, 4"),
                List.of(new Redaction(2, new Area(0.4, 0.4, 0.1, 0.1), "HEALTH")),
                Optional.empty());

        ServedBundle served = write(some);

        assertThat(text(served)).contains("2 of 5", "HEALTH").doesNotContain("1 of 5", "3 of 5", "4 of 5", "5 of 5");
        assertThat(served.places().getFirst().pages()).isEqualTo(3);
        // what its pages say now is not what their structure told: it does not claim to be accessible
        assertThat(Files.readString(served.pdf(), StandardCharsets.ISO_8859_1)).doesNotContain("pdfuaid:part");
    }

    @Test
    void saysOnASlipSheetWhyThereIsNoPicture() throws IOException {
        MedicalFile packed = film(1);
        packed.fragments(new byte[64]);
        MedicalFile plan = new MedicalFile();
        plan.text(0x00080060, "RTPLAN");
        plan.text(0x300A0002, "plan");

        assertThat(text(write(exhibit(packed.file(WAVELETS))))).contains("compressed in a way that is not supported");
        assertThat(text(write(exhibit(plan.file())))).contains("a medical file without a picture");
    }

    private static MedicalFile film(int frames) {
        MedicalFile film = new MedicalFile();
        film.text(0x00100010, "SECRET^NAME");
        film.words(0x00280002, 1);
        film.text(0x00280004, "MONOCHROME2");
        film.text(0x00280008, String.valueOf(frames));
        film.words(0x00280010, 2);
        film.words(0x00280011, 2);
        film.words(0x00280100, 8);
        film.bytes(0x7FE00010, new byte[4 * frames]);
        return film;
    }

    private static PlannedExhibit exhibit(byte[] file) {
        PlannedExhibit known = Plans.document("A/1", 1, "Scan", "scan.dcm", "application/dicom", file);
        Content.Document document = (Content.Document) known.content();
        Reading reading = new Reading(
                ReadingStatus.NO_TEXT,
                "",
                "application/dicom",
                0,
                0,
                Optional.empty(),
                0,
                0,
                Map.of("modality", "US", "bodyPart", "ABDOMEN", "created", "20160521"));
        return new PlannedExhibit(
                known.reference(),
                known.mark(),
                known.title(),
                new Content.Document(document.item(), reading, document.passages(), new Memory(file)),
                known.custody(),
                known.fileStem());
    }

    private ServedBundle write(PlannedExhibit exhibit) {
        return new BundleWriter()
                .write(
                        Plans.of(Locale.ENGLISH, exhibit),
                        folder.resolve(exhibit.content().hash().hex()),
                        Progress.none(),
                        served -> {});
    }

    private static String text(ServedBundle served) throws IOException {
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
