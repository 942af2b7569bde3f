package org.cairn.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.image.Image;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.cairn.domain.ArchiveException;
import org.cairn.drawing.Box;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Word;
import org.cairn.progress.CancelledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {

    private static final DrawingProcesses PROCESSES =
            new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 512, 1));

    @AfterAll
    static void endThem() {
        PROCESSES.close();
    }

    @Test
    void findsWhereAWordStandsWhateverItsCase() throws IOException {
        try (PdfPages pages = PdfPages.of(PROCESSES, pdf(0))) {
            List<Box> boxes = pages.boxes(1, "BLOOD sample");

            assertThat(boxes).hasSize(1);
            Box box = boxes.getFirst();
            assertThat(box.x()).isBetween(0.1, 0.5);
            // written 100 points below the top of 842
            assertThat(box.y()).isBetween(0.09, 0.12);
            assertThat(box.width()).isBetween(0.1, 0.3);
        }
    }

    @Test
    void findsAPhraseThatRunsOverTheEndOfALine() throws IOException {
        try (PdfPages pages = PdfPages.of(PROCESSES, pdf(0))) {
            assertThat(pages.boxes(1, "taken twice")).hasSize(2);
            assertThat(pages.boxes(1, "never written")).isEmpty();
        }
    }

    @Test
    void drawsAPageAsWideAsAskedAndTurnsIt() throws IOException {
        try (PdfPages pages = PdfPages.of(PROCESSES, pdf(90))) {
            Image picture = pages.picture(1, 842);

            assertThat(picture.getWidth()).isEqualTo(842);
            assertThat(picture.getHeight()).isBetween(590.0, 600.0);
            assertThat(pages.picture(1, 842)).isSameAs(picture);
            assertThat(picture.getPixelReader().getArgb(4, 4)).isEqualTo(0xffffffff);
        }
    }

    @Test
    void readsFromAChannelPieceByPiece(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.pdf"), pdf(0));
        try (PdfPages pages = PdfPages.of(PROCESSES, FileChannel.open(file))) {
            assertThat(pages.count()).isEqualTo(1);
            assertThat(pages.text(1)).contains("blood sample");
        }
    }

    @Test
    void refusesWhatIsNoPdf() {
        assertThatThrownBy(() -> PdfPages.of(PROCESSES, new byte[] {1, 2, 3})).isInstanceOf(NotDrawable.class);
    }

    @Test
    void tellsDamageOfTheArchiveFromAFileThatNobodyCouldEverRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.pdf"), pdf(0));
        FileChannel torn = FileChannel.open(file, java.nio.file.StandardOpenOption.READ);
        torn.close();

        assertThatThrownBy(() -> PdfPages.of(PROCESSES, torn)).isInstanceOf(ArchiveException.Damaged.class);
    }

    @Test
    void givesTheTextOfThePartThatIsMarkedOutAndNothingElse() throws IOException {
        try (PdfPages pages = PdfPages.of(PROCESSES, pdf(0))) {
            assertThat(pages.text(1, new Box(0, 0.09, 1, 0.035))).isEqualTo("The blood sample was taken");
            assertThat(pages.text(1, new Box(0, 0.5, 1, 0.5))).isEmpty();
        }
    }

    @Test
    void givesTheWordsOfAPageLineByLine() throws IOException {
        try (PdfPages pages = PdfPages.of(PROCESSES, pdf(0))) {
            List<Word> words = pages.words(1);
            assertThat(words)
                    .extracting(Word::text)
                    .containsExactly("The", "blood", "sample", "was", "taken", "twice", "in", "one", "night");
            assertThat(words.get(4).line()).isZero();
            assertThat(words.get(5).line()).isEqualTo(1);
            assertThat(words.getFirst().box().x()).isBetween(0.11, 0.13);
        }
    }

    @Test
    void givesTheWordsOfALineThatRunsToTheLeftAsTheyAreRead() throws IOException {
        try (PdfPages pages = PdfPages.of(PROCESSES, hebrew())) {
            assertThat(pages.words(1)).extracting(Word::text).containsExactly("דגימת", "דם");
        }
    }

    @Test
    void tellsTheSizesOfAsManyPagesAsThereAre() throws IOException {
        try (PdfPages pages = PdfPages.of(PROCESSES, pdf(90))) {
            assertThat(pages.sizes(1, 400)).hasSize(1);
            assertThat(pages.sizes(1, 1).getFirst().width()).isGreaterThan(800);
            assertThat(pages.sizes(2, 400)).isEmpty();
        }
    }

    @Test
    void givesUpAPageNobodyWaitsForAndDrawsTheNextOneAllTheSame() throws Exception {
        try (PdfPages pages = PdfPages.of(PROCESSES, endless())) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread waiting = Thread.ofPlatform().start(() -> {
                try {
                    pages.picture(1, 900);
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
            });
            while (waiting.isAlive()) {
                pages.abandon();
                waiting.join(50);
            }
            assertThat(thrown.get()).isInstanceOf(CancelledException.class);
            assertThat(pages.picture(2, 300).getWidth()).isEqualTo(300);
        }
    }

    /// Glyphs from left to right, as they stand on paper.
    private static byte[] hebrew() throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream font = PdfPagesTest.class.getResourceAsStream("/fonts/NotoSansHebrew-Regular.ttf")) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(PDType0Font.load(document, font), 12);
                pen.newLineAtOffset(72, 742);
                pen.showText("םד תמיגד");
                pen.endText();
            }
            return saved(document);
        }
    }

    /// A first page of forms within forms that takes longer than anybody waits, and a quick second one.
    private static byte[] endless() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFormXObject inner = new PDFormXObject(document);
            inner.setBBox(PDRectangle.A4);
            inner.setResources(new PDResources());
            try (OutputStream out = inner.getContentStream().createOutputStream()) {
                out.write("0 0 m 500 800 l S\n".repeat(50).getBytes(StandardCharsets.US_ASCII));
            }
            for (int depth = 0; depth < 7; depth++) {
                PDFormXObject outer = new PDFormXObject(document);
                outer.setBBox(PDRectangle.A4);
                PDResources resources = new PDResources();
                COSName name = resources.add(inner);
                outer.setResources(resources);
                try (OutputStream out = outer.getContentStream().createOutputStream()) {
                    out.write(("/" + name.getName() + " Do\n").repeat(10).getBytes(StandardCharsets.US_ASCII));
                }
                inner = outer;
            }
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.drawForm(inner);
            }
            document.addPage(new PDPage(PDRectangle.A4));
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] pdf(int rotation) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(72, 742);
                pen.showText("The blood sample was taken");
                pen.newLineAtOffset(0, -16);
                pen.showText("twice in one night");
                pen.endText();
            }
            return saved(document);
        }
    }
}
