package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.reading.RecognisedPage.Outcome;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.ocr.OcrLimits;
import org.cairn.ocr.Scans;
import org.cairn.ocr.Tesseract;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Scans are found by their words, with the real program where it is installed.
class RecognitionTest {

    private static final LanguageTag ENGLISH = new LanguageTag("en");

    @TempDir
    private Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void closeArchive() {
        open.close();
    }

    @Test
    void findsAScanByItsWordsAndKnowsWhereTheyStand() throws Exception {
        Scans.tesseract("eng");
        Reference scan = taken(picture("The guards took a sample of blood", "from every prisoner in the block."));
        assertThat(reading(scan).status()).isEqualTo(ReadingStatus.NO_TEXT);
        assertThat(open.archive.recognition().status().waiting()).isEqualTo(1);

        open.archive.recognition().run(Progress.none(), line -> {});

        assertThat(reading(scan).status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(reading(scan).metadata()).containsKeys("ocrEngine", "ocrLanguages", "ocrConfidence");
        assertThat(open.archive.recognition().status().waiting()).isZero();
        assertThat(found("prisoner"))
                .singleElement()
                .satisfies(snippet -> assertThat(snippet.recognised()).isTrue());
        assertThat(open.archive.recognition().words(scan, 1)).anySatisfy(word -> {
            assertThat(word.text()).isEqualTo("prisoner");
            assertThat(word.place().y()).isBetween(0.4, 0.8);
        });
        assertThat(actions(scan)).contains("RECOGNISED");
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void readsOnlyThePagesOfAPdfThatHaveNoTextAndKeepsTheOthers() throws Exception {
        Scans.tesseract("eng");
        Reference pdf = taken(pdf("This page was written with a machine.", "kidney transplant"));
        assertThat(reading(pdf).reason()).isEqualTo("pagesWithoutText");

        RecognitionReport report = open.archive.recognition().run(Progress.none(), line -> {});

        assertThat(report.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.page().page()).isEqualTo(2));
        assertThat(reading(pdf).status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found("machine")).noneMatch(Hit.Snippet::recognised);
        assertThat(found("transplant")).allMatch(Hit.Snippet::recognised);
    }

    @Test
    void keepsWhatWasRecognisedWhenTheFileIsReadAgain() throws Exception {
        Scans.tesseract("eng");
        Reference scan = taken(picture("The guards took a sample of blood"));
        open.archive.recognition().run(Progress.none(), line -> {});

        open.archive.evidence().readAgain(List.of(scan), Progress.none(), child -> {});

        assertThat(reading(scan).status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found("guards")).hasSize(1);
        assertThat(open.archive.recognition().status().waiting()).isZero();
    }

    @Test
    void goesOnAfterARestartWhereItWasPaused() throws Exception {
        Scans.tesseract("eng");
        Reference scan = taken(picture("The guards took a sample of blood"));
        open.archive.recognition().pause();
        open.reopen();

        assertThat(open.archive.recognition().hasWork()).isFalse();
        assertThat(open.archive.recognition().run(Progress.none(), line -> {}).lines())
                .isEmpty();
        open.archive.recognition().resume();
        open.archive.recognition().run(Progress.none(), line -> {});

        assertThat(reading(scan).status()).isEqualTo(ReadingStatus.COMPLETE);
    }

    @Test
    void worksWithoutTheProgramAndSaysWhatIsMissing() throws Exception {
        Reference scan = taken(picture("The guards took a sample of blood"));
        try (Recognition without = recognition(Optional.empty())) {
            assertThat(without.status().engine()).isEmpty();
            assertThat(without.status().waiting()).isEqualTo(1);
            assertThat(without.status().missing()).isNotEmpty();
            assertThat(without.hasWork()).isFalse();
            assertThatExceptionOfType(ArchiveException.MissingProgram.class)
                    .isThrownBy(() -> without.run(Progress.none(), line -> {}));
        }
        assertThat(reading(scan).status()).isEqualTo(ReadingStatus.NO_TEXT);
        assertThat(search("anything").unseen().awaitingOcr()).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void notesAPageThatBreaksTheProgramAndGoesOn() throws Exception {
        Reference scan = taken(picture("The guards took a sample of blood"));
        Path program = temp.resolve("breaks");
        Files.writeString(program, "#!/bin/sh\necho run >> '" + temp + "/runs'\nexit 3\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Tesseract breaking = new Tesseract(program, "0.0", new java.util.TreeSet<>(List.of("eng")));

        try (Recognition recognition = recognition(Optional.of(breaking))) {
            recognition.run(Progress.none(), line -> {});
            assertThat(recognition.pages(scan)).singleElement().satisfies(page -> {
                assertThat(page.outcome()).isEqualTo(Outcome.UNREADABLE);
                assertThat(page.reason()).isEqualTo("crashed");
            });
        }
        assertThat(Files.readAllLines(temp.resolve("runs"))).hasSize(2);
        assertThat(reading(scan).status()).isEqualTo(ReadingStatus.NO_TEXT);
        assertThat(reading(scan).reason()).isEqualTo("pagesNotRecognised");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void blamesNoPageWhenTheProgramWasTakenAwayMeanwhile() throws Exception {
        Reference scan = taken(picture("The guards took a sample of blood"));
        Tesseract gone = new Tesseract(temp.resolve("gone"), "0.0", new java.util.TreeSet<>(List.of("eng")));

        try (Recognition recognition = recognition(Optional.of(gone))) {
            assertThatExceptionOfType(ArchiveException.MissingProgram.class)
                    .isThrownBy(() -> recognition.run(Progress.none(), line -> {}));
            assertThat(recognition.pages(scan)).isEmpty();
            assertThat(recognition.status().waiting()).isEqualTo(1);
        }
    }

    @Test
    void findsWhatAPersonTypedAndNotWhatTheMachineMadeOfIt() throws Exception {
        Reference scan = taken(picture("handwriting"));
        int revision = open.archive.records().open(scan).number();

        Kept kept = open.archive.recognition().type(scan, 1, "They promised him a house", ENGLISH, revision);

        assertThat(found("promised")).singleElement().satisfies(snippet -> {
            assertThat(snippet.pinpoint().toString()).isEqualTo(scan + " p. 1");
            assertThat(snippet.recognised()).isFalse();
        });
        assertThat(reading(scan).status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(open.archive.recognition().status().waiting()).isZero();
        assertThat(actions(scan)).contains("TRANSCRIBED");
        open.archive.recognition().type(scan, 1, "They promised her a house", ENGLISH, kept.revision());
        assertThat(open.archive.records().history(scan)).hasSize(3);
        assertThatExceptionOfType(ArchiveException.ChangedMeanwhile.class)
                .isThrownBy(() -> open.archive.recognition().type(scan, 1, "Late", ENGLISH, revision));
        assertThatExceptionOfType(ArchiveException.InvalidInput.class)
                .isThrownBy(() -> open.archive.recognition().type(scan, 2, "No such page", ENGLISH, 3));
    }

    private Recognition recognition(Optional<Tesseract> engine) {
        OcrLimits limits = new OcrLimits(Duration.ofSeconds(20), 1024, 1 << 20);
        return new Recognition(open.archive.session(), limits, () -> engine);
    }

    private Reference taken(Path file) {
        return open.take(file).files().getFirst().reference().orElseThrow();
    }

    private Reading reading(Reference reference) {
        return open.archive.evidence().reading(reference).orElseThrow();
    }

    private org.cairn.domain.search.SearchAnswer search(String words) {
        return open.archive.searches().search(SearchRequest.of(words));
    }

    private List<Hit.Snippet> found(String words) {
        return search(words).hits().stream()
                .flatMap(hit -> hit.snippets().stream())
                .toList();
    }

    private List<String> actions(Reference reference) {
        return open.archive.custody().events(Optional.of(reference), 0, 100).stream()
                .map(CustodyEvent::action)
                .toList();
    }

    private Path picture(String... lines) throws IOException {
        Path file = temp.resolve("scan.png");
        ImageIO.write(Scans.page("DejaVuSans.ttf", false, lines), "png", file.toFile());
        return file;
    }

    private Path pdf(String written, String scanned) throws IOException {
        Path file = temp.resolve("mixed.pdf");
        BufferedImage image = Scans.page("DejaVuSans.ttf", false, scanned);
        try (PDDocument document = new PDDocument()) {
            PDPage first = new PDPage(PDRectangle.A4);
            PDPage second = new PDPage(PDRectangle.A4);
            document.addPage(first);
            document.addPage(second);
            try (PDPageContentStream pen = new PDPageContentStream(document, first)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                pen.newLineAtOffset(60, 700);
                pen.showText(written);
                pen.endText();
            }
            try (PDPageContentStream pen = new PDPageContentStream(document, second)) {
                float height = 500f * image.getHeight() / image.getWidth();
                pen.drawImage(LosslessFactory.createFromImage(document, image), 40, 500, 500, height);
            }
            document.save(file.toFile());
        }
        return file;
    }
}
