package org.cairn.drawing;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// A page of no meaning, drawn while nobody waits: what it takes is in memory then, the system's fonts above all.
final class WarmUp {

    private WarmUp() {}

    static void draw() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(72, 700);
                pen.showText("abcdefghijklmnopqrstuvwxyz");
                pen.endText();
            }
            new PDFRenderer(document).renderImage(0, 0.5f);
            new PDFTextStripper().getText(document);
        } catch (IOException e) {
            // the first page of a document will say so
        }
    }
}
