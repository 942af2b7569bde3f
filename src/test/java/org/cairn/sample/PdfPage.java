package org.cairn.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.cairn.sample.Faces.Face;

/// One page of a PDF, upright as it is shown.
final class PdfPage implements Canvas {
    /// Lends the document's font of a typeface.
    interface Fonts {
        PDFont of(Face face) throws IOException;
    }

    private final PDPageContentStream stream;
    private final Faces faces;
    private final Fonts fonts;
    private final float width;
    private final float height;

    PdfPage(PDPageContentStream stream, Faces faces, Fonts fonts, float width, float height) {
        this.stream = stream;
        this.faces = faces;
        this.fonts = fonts;
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
            stream.setFont(fonts.of(run.face()), line.size());
            stream.showText(run.text());
        }
        stream.endText();
    }

    private float advance(List<SetLine.Run> runs, float size) throws IOException {
        float advance = 0.01f;
        for (SetLine.Run run : runs) {
            advance += fonts.of(run.face()).getStringWidth(run.text()) / 1000 * size;
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
        outline(AffineTransform.getScaleInstance(1, -1)
                .createTransformedShape(
                        AffineTransform.getTranslateInstance(0, -height).createTransformedShape(shape)));
        stream.stroke();
    }
}
