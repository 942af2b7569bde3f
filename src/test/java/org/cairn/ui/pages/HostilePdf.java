package org.cairn.ui.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// Small PDFs whose first page is a trap and whose second is a page like any other.
public final class HostilePdf {

    private static final int SIDE = 6_000;

    private HostilePdf() {}

    /// Forms that draw forms, thirty at each of twelve depths.
    public static byte[] withoutEnd() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFormXObject inner = form(document, "0 0 10 10 re f ");
            for (int depth = 0; depth < 12; depth++) {
                PDFormXObject outer = form(document, "/F Do ".repeat(30));
                outer.getResources().put(COSName.getPDFName("F"), inner);
                inner = outer;
            }
            PDPage page = page(document);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.drawForm(inner);
            }
            return withAnother(document);
        }
    }

    /// A picture whose dots take a hundred million bytes.
    public static byte[] withAHugePicture() throws IOException {
        try (PDDocument document = new PDDocument()) {
            byte[] line = new byte[SIDE * 3];
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = new java.util.zip.DeflaterOutputStream(packed)) {
                for (int y = 0; y < SIDE; y++) {
                    out.write(line);
                }
            }
            PDImageXObject picture = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(packed.toByteArray()),
                    COSName.FLATE_DECODE,
                    SIDE,
                    SIDE,
                    8,
                    PDDeviceRGB.INSTANCE);
            PDPage page = page(document);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.drawImage(picture, 0, 0, 500, 500);
            }
            return withAnother(document);
        }
    }

    private static PDFormXObject form(PDDocument document, String content) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(0, 0, 500, 500));
        form.setResources(new PDResources());
        try (OutputStream out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    private static PDPage page(PDDocument document) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return page;
    }

    private static byte[] withAnother(PDDocument document) throws IOException {
        page(document);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
