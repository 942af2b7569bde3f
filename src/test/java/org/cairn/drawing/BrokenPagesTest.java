package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.cairn.pdf.BrokenPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of a page that is broken somewhere, what can be drawn is shown.
class BrokenPagesTest {

    private static final DrawingProcesses PROCESSES =
            new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 256, 1));

    @AfterAll
    static void endThem() {
        PROCESSES.close();
    }

    /// A page with a font of which the letters are lost, /G, and a colour that is made of itself, /C.
    private static byte[] page(String content) throws IOException {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("G"), font);
        COSArray circle = new COSArray();
        circle.add(COSName.INDEXED);
        circle.add(COSName.getPDFName("C"));
        circle.add(COSInteger.ONE);
        circle.add(new COSString("aabbcc"));
        COSDictionary colours = new COSDictionary();
        colours.setItem(COSName.getPDFName("C"), circle);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        resources.setItem(COSName.COLORSPACE, colours);
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            page.setResources(new PDResources(resources));
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(content.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            document.addPage(page);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static long black(String content) throws IOException {
        try (PdfDrawing drawing = new PdfDrawing(PROCESSES, page(content))) {
            return Arrays.stream(drawing.draw(1, 100).rows())
                    .filter(dot -> (dot & 0xFFFFFF) == 0)
                    .count();
        }
    }

    @Test
    void showsWhatStandsBehindAFontThatIsLost() throws IOException {
        assertThat(black("BT /G 12 Tf (lost) Tj ET 0 0 300 300 re f")).isPositive();
    }

    @Test
    void showsWhatStandsBehindAColourThatLeadsInACircle() throws IOException {
        assertThat(black("q /C cs 1 sc 300 0 9 9 re f Q 0 0 300 300 re f")).isPositive();
    }

    @Test
    void showsWhatWasPaintedBeforeAPageBreaksOff() throws IOException {
        assertThat(black("0 0 300 300 re f <616 0 0 9 9 re f")).isPositive();
    }

    @Test
    void saysThatAPageCannotBeDrawnWhereNothingOnItCan() {
        assertThatThrownBy(() -> black("0 0 300 300 re <616")).isInstanceOf(NotDrawable.class);
    }

    /// The widths of the pages, which tell them apart.
    private static List<Double> widths(BrokenPdf broken) {
        try (PdfDrawing drawing = new PdfDrawing(PROCESSES, broken.bytes())) {
            return IntStream.rangeClosed(1, drawing.count())
                    .mapToObj(page -> drawing.size(page).width())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Catalog", "Pages"})
    void showsThePagesOfAFileWhoseRootIsDestroyed(String type) {
        assertThat(widths(BrokenPdf.of(3).without(type))).containsExactly(101.0, 102.0, 103.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000000", "0", "1", "-7"})
    void showsAllPagesHoweverManyTheFileSaysThereAre(String count) {
        assertThat(widths(BrokenPdf.of(3).with("/Count 3", "/Count " + count))).containsExactly(101.0, 102.0, 103.0);
    }

    @Test
    void refusesAPageThatIsNotThere() {
        try (PdfDrawing drawing = new PdfDrawing(PROCESSES, BrokenPdf.of(3).bytes())) {
            assertThatThrownBy(() -> drawing.size(4)).isInstanceOf(NotDrawable.class);
            assertThatThrownBy(() -> drawing.size(0)).isInstanceOf(NotDrawable.class);
        }
    }

    /// What is kept of a page for good, as where something was blacked out on it, is all of it or nothing.
    @ParameterizedTest
    @ValueSource(strings = {"BT /G 12 Tf (lost) Tj ET 0 0 300 300 re f", "0 0 300 300 re f <616 0 0 9 9 re f"})
    void keepsNoPictureOfAPageOfWhichSomethingIsLost(String content) throws IOException {
        try (PdfDrawing drawing = new PdfDrawing(PROCESSES, page(content))) {
            assertThatThrownBy(() -> drawing.drawFinely(1, 100)).isInstanceOf(NotDrawable.class);
        }
        try (PdfDrawing drawing = new PdfDrawing(PROCESSES, page("0 0 300 300 re f"))) {
            assertThat(drawing.drawFinely(1, 100).width()).isEqualTo(100);
        }
    }
}
