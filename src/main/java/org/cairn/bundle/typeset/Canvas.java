package org.cairn.bundle.typeset;

import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.cairn.domain.medical.VectorPath;

/// A part of a page that is drawn on: what is drawn never turns round, whichever way the text around it runs.
public final class Canvas {

    private static final float ROUND = 0.5523f;
    private static final String WHITE = "1 1 1 rg\n";

    private final Fonts fonts;
    private final Sheet sheet;
    private final float left;
    private final float top;
    private final Element figure;

    Canvas(Fonts fonts, Sheet sheet, float left, float top, Element figure) {
        this.fonts = fonts;
        this.sheet = sheet;
        this.left = left;
        this.top = top;
        this.figure = figure;
    }

    /// What draws on a canvas.
    public interface Painter {
        /// Draws; places are in points from the upper left corner of the canvas.
        void paint(Canvas canvas);
    }

    /// Draws a path.
    ///
    /// @param filled whether it hides what is behind it
    /// @param x where its own left edge is
    /// @param y where its own top is
    /// @param scale points for one of its units
    public void path(VectorPath path, boolean filled, Style.Ink ink, float thickness, float x, float y, float scale) {
        StringBuilder ops = new StringBuilder(filled ? WHITE : "")
                .append(ink.stroke())
                .append(Ops.number(thickness))
                .append(" w 1 J 1 j\n");
        for (VectorPath.Step step : path.steps()) {
            if (step.to() == 'Z') {
                ops.append("h\n");
            } else {
                places(ops, step.at(), x, y, scale);
                ops.append(step.to() == 'M' ? "m\n" : step.to() == 'L' ? "l\n" : "c\n");
            }
        }
        sheet.draw(ops.append(filled ? "B\n" : "S\n").toString(), figure);
    }

    private void places(StringBuilder ops, List<Double> at, float x, float y, float scale) {
        for (int i = 0; i < at.size(); i += 2) {
            place(ops, x + (float) (at.get(i) * scale), y + (float) (at.get(i + 1) * scale));
        }
    }

    private void place(StringBuilder ops, float x, float y) {
        ops.append(Ops.number(left + x)).append(' ').append(Ops.number(top - y)).append(' ');
    }

    /// A white disc with a ring round it, and a short text in its middle.
    public void disc(float x, float y, float radius, Style.Ink ring, String text, Style style) {
        float k = radius * ROUND;
        StringBuilder ops = new StringBuilder(WHITE).append(ring.stroke()).append("1 w\n");
        place(ops, x + radius, y);
        ops.append("m\n");
        float[][] quarters = {
            {radius, k, k, radius, 0, radius},
            {-k, radius, -radius, k, -radius, 0},
            {-radius, -k, -k, -radius, 0, -radius},
            {k, -radius, radius, -k, radius, 0}
        };
        for (float[] quarter : quarters) {
            for (int i = 0; i < quarter.length; i += 2) {
                place(ops, x + quarter[i], y + quarter[i + 1]);
            }
            ops.append("c\n");
        }
        sheet.draw(ops.append("h B\n").toString(), figure);
        text(text, style, x, y + style.size() * 0.36f, Direction.LEFT_TO_RIGHT);
    }

    /// A picture.
    ///
    /// @param picture asked for it only where the page is not left empty
    /// @param x where its left edge is
    /// @param y where its top is
    public void picture(Function<PDDocument, PDImageXObject> picture, float x, float y, float width, float height) {
        sheet.picture(picture, left + x, top - y - height, width, height, figure);
    }

    /// A line of text with its middle at a place.
    ///
    /// @param baseline from the top
    public void text(String text, Style style, float middle, float baseline, Direction direction) {
        Line line = Line.of(fonts, text, style, direction.orOf(text));
        sheet.line(line, left + middle - line.width() / 2, top - baseline, figure);
    }
}
