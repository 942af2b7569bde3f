package org.cairn.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
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
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
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
        return new PdfPage(stream, width, height);
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

    private final class PdfPage implements Canvas {
        private final PDPageContentStream stream;
        private final float width;
        private final float height;

        private PdfPage(PDPageContentStream stream, float width, float height) {
            this.stream = stream;
            this.width = width;
            this.height = height;
        }

        @Override
        public float width() {
            return width;
        }

        @Override
        public float height() {
            return height;
        }

        /// Shaped scripts are drawn as outlines over unseen text, since showing text alone would not join letters.
        @Override
        public void line(SetLine line, float x, float baseline) throws IOException {
            if (line.complex()) {
                AffineTransform place = new AffineTransform(1, 0, 0, -1, x, height - baseline);
                outline(line.layout().getOutline(place));
                stream.setNonStrokingColor(0f);
                stream.fill();
                text(SetLine.runs(line.visualOrder(), line.bold(), faces), line, x, baseline, true);
            } else {
                text(SetLine.runs(line.text().stripTrailing(), line.bold(), faces), line, x, baseline, false);
            }
        }

        private void text(List<SetLine.Run> runs, SetLine line, float x, float baseline, boolean unseen)
                throws IOException {
            stream.beginText();
            stream.newLineAtOffset(x, height - baseline);
            stream.setRenderingMode(unseen ? RenderingMode.NEITHER : RenderingMode.FILL);
            stream.setHorizontalScaling(unseen ? 100 * line.width() / advance(runs, line.size()) : 100);
            for (SetLine.Run run : runs) {
                stream.setFont(font(run.face()), line.size());
                stream.showText(run.text());
            }
            stream.endText();
        }

        private float advance(List<SetLine.Run> runs, float size) throws IOException {
            float advance = 0.01f;
            for (SetLine.Run run : runs) {
                advance += font(run.face()).getStringWidth(run.text()) / 1000 * size;
            }
            return advance;
        }

        private void outline(Shape shape) throws IOException {
            float[] at = new float[6];
            float lastX = 0;
            float lastY = 0;
            for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
                int segment = path.currentSegment(at);
                switch (segment) {
                    case PathIterator.SEG_MOVETO -> stream.moveTo(at[0], at[1]);
                    case PathIterator.SEG_LINETO -> stream.lineTo(at[0], at[1]);
                    case PathIterator.SEG_QUADTO -> quadratic(at, lastX, lastY);
                    case PathIterator.SEG_CUBICTO -> stream.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    default -> stream.closePath();
                }
                int last = segment == PathIterator.SEG_QUADTO ? 2 : segment == PathIterator.SEG_CUBICTO ? 4 : 0;
                lastX = segment == PathIterator.SEG_CLOSE ? lastX : at[last];
                lastY = segment == PathIterator.SEG_CLOSE ? lastY : at[last + 1];
            }
        }

        private void quadratic(float[] at, float fromX, float fromY) throws IOException {
            stream.curveTo(
                    fromX + (at[0] - fromX) * 2 / 3,
                    fromY + (at[1] - fromY) * 2 / 3,
                    at[2] + (at[0] - at[2]) * 2 / 3,
                    at[3] + (at[1] - at[3]) * 2 / 3,
                    at[2],
                    at[3]);
        }

        @Override
        public void rule(float fromX, float fromY, float toX, float toY, float weight) throws IOException {
            stream.setStrokingColor(0f);
            stream.setLineWidth(weight);
            stream.moveTo(fromX, height - fromY);
            stream.lineTo(toX, height - toY);
            stream.stroke();
        }

        @Override
        public void box(float x, float y, float boxWidth, float boxHeight, float grey) throws IOException {
            stream.setNonStrokingColor(grey);
            stream.addRect(x, height - y - boxHeight, boxWidth, boxHeight);
            stream.fill();
            stream.setNonStrokingColor(0f);
        }

        @Override
        public void pen(Shape shape) throws IOException {
            stream.setStrokingColor(0.1f, 0.15f, 0.5f);
            stream.setLineWidth(1.4f);
            outline(AffineTransform.getScaleInstance(1, -1).createTransformedShape(
                    AffineTransform.getTranslateInstance(0, -height).createTransformedShape(shape)));
            stream.stroke();
        }
    }
}
