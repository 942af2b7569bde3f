package org.cairn.drawing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/// A document of no meaning, read and drawn while nobody waits: what that takes is in memory then, the system's fonts
/// above all, and has been run often enough to be quick.
final class WarmUp {

    private static final String OWN_FONT = "/fonts/NotoSans-Regular.ttf";
    private static final String LETTERS = "The quick brown fox jumps over the lazy dog, 0123456789 times";
    private static final int LINES = 40;

    /// So many pages that finding one is quick, too.
    private static final int PAGES = 200;

    /// A document written in either way is opened so often.
    private static final int OPENED = 2;

    private static final int DRAWN = 3;

    /// As large as a page is looked at.
    private static final int WIDTH = 1_240;

    private WarmUp() {}

    static void draw() {
        try {
            for (CompressParameters written :
                    new CompressParameters[] {CompressParameters.DEFAULT_COMPRESSION, CompressParameters.NO_COMPRESSION
                    }) {
                byte[] pdf = document(written);
                for (int i = 0; i < OPENED; i++) {
                    look(pdf);
                }
            }
        } catch (IOException e) {
            // the first page of a document will say so
        }
    }

    private static void look(byte[] pdf) throws IOException {
        DrawnPdf opened = new DrawnPdf(new RandomAccessReadBuffer(pdf));
        DataOutputStream nowhere = new DataOutputStream(OutputStream.nullOutputStream());
        opened.count();
        for (int page = 1; page <= DRAWN; page++) {
            opened.size(page);
            Dots dots = opened.draw(page, WIDTH);
            Talk.writeDots(nowhere, dots.rows(), dots.rows().length);
        }
        opened.size(PAGES);
        opened.words(1);
    }

    private static byte[] document(CompressParameters written) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream own = WarmUp.class.getResourceAsStream(OWN_FONT);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDFont[] fonts = {
                new PDType1Font(Standard14Fonts.FontName.HELVETICA),
                new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN),
                new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD),
                own == null
                        ? new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD)
                        : PDType0Font.load(document, own, true)
            };
            for (int i = 0; i < PAGES; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                if (i < DRAWN) {
                    write(document, page, fonts);
                }
            }
            document.save(bytes, written);
            return bytes.toByteArray();
        }
    }

    private static void write(PDDocument document, PDPage page, PDFont[] fonts) throws IOException {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        grey.setRGB(32, 32, Color.GRAY.getRGB());
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.drawImage(JPEGFactory.createFromImage(document, grey), 500, 20, 40, 40);
            pen.beginText();
            pen.setLeading(15);
            pen.newLineAtOffset(72, 760);
            for (int line = 0; line < LINES; line++) {
                pen.setFont(fonts[line % fonts.length], 11);
                pen.showText(LETTERS);
                pen.newLine();
            }
            pen.endText();
        }
    }
}
