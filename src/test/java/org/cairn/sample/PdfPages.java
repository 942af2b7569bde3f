package org.cairn.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.util.Matrix;
import org.cairn.sample.Faces.Face;

/// A paper as a PDF: of text, or of pictures of pages; on its side, turned, cropped, locked or cut short if it wishes.
final class PdfPages {
    private static final PDRectangle A4 = PDRectangle.A4;
    private final Paper paper;
    private final Faces faces;
    private final PDDocument document = new PDDocument();
    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
    private final List<PDPageContentStream> open = new ArrayList<>();

    private PdfPages(Paper paper, Faces faces) {
        this.paper = paper;
        this.faces = faces;
    }

    static byte[] write(Paper paper, Faces faces) throws IOException {
        PdfPages pages = new PdfPages(paper, faces);
        try (PDDocument document = pages.document) {
            pages.describe();
            if (paper.wishes("scan")) {
                for (BufferedImage picture : PicturePages.scanned(paper, faces)) {
                    pages.picture(picture);
                }
            } else {
                Setting.set(paper, faces, pages::next);
            }
            for (PDPageContentStream stream : pages.open) {
                stream.close();
            }
            pages.lock();
            return pages.save();
        }
    }

    private void describe() {
        document.setDocumentId((long) paper.name().hashCode());
        document.getDocumentCatalog().setLanguage(paper.language());
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(paper.title() + " (" + Paper.MARKING + ")");
        about.setAuthor("invented");
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        day.setTimeInMillis(1_735_689_600_000L);
        about.setCreationDate(day);
        about.setModificationDate(day);
    }

    /// Opening for everyone but copying for nobody, or opening for nobody without the word.
    private void lock() throws IOException {
        boolean user = paper.wishes("user");
        if (!user && !paper.wishes("owner")) {
            return;
        }
        COSString id = new COSString(paper.name().getBytes(StandardCharsets.UTF_8));
        document.getDocument().setDocumentID(new COSArray(List.of(id, id)));
        AccessPermission permission = new AccessPermission();
        permission.setCanExtractContent(false);
        permission.setCanModify(false);
        StandardProtectionPolicy policy =
                new StandardProtectionPolicy("sample-owner", user ? "sample-user" : "", permission);
        policy.setEncryptionKeyLength(128);
        policy.setPreferAES(false);
        document.protect(policy);
    }

    private byte[] save() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        byte[] whole = bytes.toByteArray();
        return paper.wishes("broken") ? Arrays.copyOf(whole, whole.length * 11 / 20) : whole;
    }

    private PdfPage next(boolean landscape) throws IOException {
        boolean turned = paper.wishes("rotate");
        float width = landscape ? A4.getHeight() : A4.getWidth();
        float height = landscape ? A4.getWidth() : A4.getHeight();
        PDPageContentStream stream = page(width, height, turned);
        return new PdfPage(stream, faces, this::font, width, height);
    }

    /// A page that shows this width and height, whichever way its content lies.
    private PDPageContentStream page(float width, float height, boolean turned) throws IOException {
        PDRectangle shown = turned ? new PDRectangle(height, width) : new PDRectangle(width, height);
        PDPage page = new PDPage(shown);
        if (paper.wishes("crop")) {
            page.setMediaBox(new PDRectangle(-36, -36, shown.getWidth() + 72, shown.getHeight() + 72));
            page.setCropBox(shown);
        }
        document.addPage(page);
        PDPageContentStream stream = new PDPageContentStream(document, page);
        if (turned) {
            page.setRotation(90);
            stream.transform(new Matrix(0, 1, -1, 0, shown.getWidth(), 0));
        }
        open.add(stream);
        return stream;
    }

    private void picture(BufferedImage picture) throws IOException {
        boolean wide = picture.getWidth() > picture.getHeight();
        float width = wide ? A4.getHeight() : A4.getWidth();
        float height = wide ? A4.getWidth() : A4.getHeight();
        PDPageContentStream stream = page(width, height, paper.wishes("rotate"));
        stream.drawImage(JPEGFactory.createFromImage(document, picture, 0.6f, 150), 0, 0, width, height);
    }

    private PDFont font(Face face) throws IOException {
        PDFont known = fonts.get(face);
        if (known == null) {
            known = PDType0Font.load(document, faces.file(face).toFile());
            fonts.put(face, known);
        }
        return known;
    }
}
