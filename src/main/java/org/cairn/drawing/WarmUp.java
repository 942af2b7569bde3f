package org.cairn.drawing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// A page of no meaning, read and drawn while nobody waits: what that takes is in memory then, the system's fonts above
/// all, and has been run often enough to be quick.
final class WarmUp {

    private static final List<Standard14Fonts.FontName> FONTS = List.of(
            Standard14Fonts.FontName.HELVETICA,
            Standard14Fonts.FontName.TIMES_ROMAN,
            Standard14Fonts.FontName.HELVETICA_BOLD);
    private static final String LETTERS = "The quick brown fox jumps over the lazy dog, 0123456789 times";
    private static final int LINES = 40;
    private static final int TIMES = 4;

    /// As large as a page is looked at.
    private static final float SCALE = 150f / 72;

    private WarmUp() {}

    static void draw() {
        try (PDDocument document = Loader.loadPDF(page())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < TIMES; i++) {
                renderer.renderImage(0, SCALE);
            }
            new PDFTextStripper().getText(document);
        } catch (IOException e) {
            // the first page of a document will say so
        }
    }

    private static byte[] page() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setLeading(15);
                pen.newLineAtOffset(72, 700);
                for (int line = 0; line < LINES; line++) {
                    pen.setFont(new PDType1Font(FONTS.get(line % FONTS.size())), 11);
                    pen.showText(LETTERS);
                    pen.newLine();
                }
                pen.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
