package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.util.Matrix;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words of a PDF that stand aslant, and what hangs on its pages.
class PdfWordsTest {

    private static final String LINE = "The witness said that her brother was taken away in March";

    private static ReadResult read(PDDocument document, Found found) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        try (Reader reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1))) {
            return reader.read(Papers.source(bytes.toByteArray()), "a.pdf", found, Progress.none());
        }
    }

    private static String text(ReadResult result) {
        return result.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static PDPage page(PDDocument document, double angle) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            for (int i = 0; i < 3; i++) {
                double turn = Math.toRadians(angle);
                content.setTextMatrix(Matrix.getRotateInstance(
                        turn, (float) (300 + 16 * i * Math.sin(turn)), (float) (400 - 16 * i * Math.cos(turn))));
                content.showText(LINE);
            }
            content.endText();
        }
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 45, 90, 135, 180, 270, 300})
    void keepsTheWordsOfALineTogetherHoweverItIsTurned(int angle) throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, angle);
            assertThat(text(read(document, new Found())).lines()).containsExactly(LINE, LINE, LINE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void keepsTheWordsOfAPageTogetherThatIsShownTurned(int turned) throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, 0).setRotation(turned);
            page(document, turned).setRotation(turned);
            assertThat(text(read(document, new Found())).lines()).containsExactly(LINE, LINE, LINE, LINE, LINE, LINE);
        }
    }

    @Test
    void takesOutWhatIsPinnedOntoAPageOrBelongsToTheDocument() throws IOException {
        Found found = new Found();
        try (PDDocument document = new PDDocument()) {
            PDPage page = page(document, 0);
            PDComplexFileSpecification file = file(document, "photo list.txt", "what is pinned");
            PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
            pin.setRectangle(new PDRectangle(10, 10, 20, 20));
            pin.setFile(file);
            page.setAnnotations(List.of(pin));
            COSArray associated = new COSArray();
            associated.add(file(document, "table.csv", "what belongs to it").getCOSObject());
            associated.add(file.getCOSObject());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
            assertThat(read(document, found).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
        assertThat(found.names).containsExactlyInAnyOrder("photo list.txt", "table.csv");
        assertThat(found.contents)
                .extracting(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .containsExactlyInAnyOrder("what is pinned", "what belongs to it");
    }

    private static PDComplexFileSpecification file(PDDocument document, String name, String words) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification(new COSDictionary());
        file.setFile(name);
        PDEmbeddedFile bytes = new PDEmbeddedFile(document);
        try (var out = bytes.createOutputStream()) {
            out.write(words.getBytes(StandardCharsets.US_ASCII));
        }
        file.setEmbeddedFile(bytes);
        return file;
    }

    @Test
    void readsAFormThatItsPagesDoNotShow() throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, 0);
            COSStream filled = document.getDocument().createCOSStream();
            try (var out = filled.createOutputStream()) {
                out.write("<data><name>Amina</name><script>var x</script><ward>seven</ward></data>"
                        .getBytes(StandardCharsets.UTF_8));
            }
            COSArray parts = new COSArray();
            parts.add(new COSString("datasets"));
            parts.add(filled);
            PDAcroForm form = new PDAcroForm(document);
            form.getCOSObject().setItem(COSName.XFA, parts);
            document.getDocumentCatalog().setAcroForm(form);
            assertThat(text(read(document, new Found())))
                    .contains("Amina\nseven")
                    .doesNotContain("var x");
        }
    }

    @Test
    void readsWhatIsWrittenFromTopToBottomAsLines() throws IOException {
        String first = "証人は兄が連れて行かれたと言った";
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            COSDictionary fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F"), vertical());
            COSDictionary resources = new COSDictionary();
            resources.setItem(COSName.FONT, fonts);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            COSStream content = document.getDocument().createCOSStream();
            try (var out = content.createOutputStream()) {
                out.write(("BT /F 14 Tf 500 700 Td <" + hex(first) + "> Tj ET BT /F 14 Tf 480 700 Td <"
                                + hex("医者が血を採った") + "> Tj ET")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            assertThat(text(read(document, new Found())).lines()).containsExactly(first, "医者が血を採った");
        }
    }

    private static String hex(String words) {
        return HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE));
    }

    /// A font that is not in the file, as it is named where letters stand below each other.
    private static COSDictionary vertical() {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Japan1");
        system.setInt(COSName.SUPPLEMENT, 2);
        COSDictionary letters = new COSDictionary();
        letters.setItem(COSName.TYPE, COSName.FONT);
        letters.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        letters.setName(COSName.BASE_FONT, "Mincho");
        letters.setItem(COSName.CIDSYSTEMINFO, system);
        COSArray descendants = new COSArray();
        descendants.add(letters);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "Mincho");
        font.setName(COSName.ENCODING, "UniJIS-UTF16-V");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
