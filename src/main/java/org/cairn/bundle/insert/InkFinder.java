package org.cairn.bundle.insert;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Finds out whether a page paints into given places, without drawing it.
///
/// Letters count by their boxes, pictures by theirs, lines and areas by their shape; white areas do not count. When in
/// doubt, or when the page takes too long to follow, the places count as painted.
final class InkFinder extends PathWalk {

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final int CHECK_EVERY = 256;
    private static final int LONG_PATH = 2_000;
    /// A letter's box reaches so far below its line, and so far up from there, in parts of its size.
    private static final double BELOW = -0.25;
    private static final double TALL = 1.15;
    /// Computed in another order, a border is a little elsewhere.
    private static final double SLIP = 1e-6;

    private final boolean[] inked;
    private final List<Rectangle2D> places;
    private final Deadline deadline = Deadline.in(TIME);
    private int operators;
    /// Whether text was left out, so that where the next begins is not known.
    private boolean lost;

    /// Thrown to end the walk over a page early.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    private InkFinder(PDPage page, List<Rectangle2D> places, KnownFonts fonts) {
        super(page);
        addOperator(fonts.setting(this));
        this.places = places;
        this.inked = new boolean[places.size()];
    }

    /// For each place (in the page's own coordinates) whether something is painted there.
    ///
    /// @param fonts those of the pages that were looked at before
    static boolean[] find(PDPage page, List<Rectangle2D> places, KnownFonts fonts) {
        InkFinder finder = new InkFinder(page, places, fonts);
        try {
            finder.processPage(page);
            finder.annotations(page);
        } catch (Enough e) {
            finder.giveUpWhenLate();
        } catch (IOException | RuntimeException e) {
            finder.all();
        }
        return finder.inked;
    }

    private void giveUpWhenLate() {
        if (deadline.passed()) {
            all();
        }
    }

    private void all() {
        Arrays.fill(inked, true);
    }

    private void annotations(PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (!(annotation instanceof PDAnnotationLink) && annotation.getRectangle() != null) {
                mark(annotation.getRectangle().toGeneralPath(), false);
            }
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % CHECK_EVERY == 0 && deadline.passed()) {
            throw new Enough();
        }
        super.processOperator(operator, operands);
    }

    private void mark(Shape shape, boolean clipped) {
        Rectangle2D bounds = shape.getBounds2D();
        boolean every = true;
        for (int i = 0; i < inked.length; i++) {
            if (!inked[i] && touches(bounds, places.get(i)) && shape.intersects(places.get(i))) {
                inked[i] = !clipped || touches(clip(), places.get(i));
            }
            every &= inked[i];
        }
        if (every) {
            throw new Enough();
        }
    }

    /// Also true for shapes without extent in one direction, such as lines.
    private static boolean touches(Rectangle2D shape, Rectangle2D place) {
        return shape.getMaxX() >= place.getMinX()
                && shape.getMinX() <= place.getMaxX()
                && shape.getMaxY() >= place.getMinY()
                && shape.getMinY() <= place.getMaxY();
    }

    private Rectangle2D clip() {
        return getGraphicsState().getCurrentClippingPath().getBounds2D();
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        mark(place.createAffineTransform().createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)), true);
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) {
        box(place, displacement, code, font);
    }

    @Override
    protected void showType3Glyph(Matrix place, PDType3Font font, int code, Vector displacement) {
        box(place, displacement, code, font);
    }

    /// Most letters are far from the places: that is told by numbers alone, before any shape is made.
    private void box(Matrix place, Vector displacement, int code, PDFont font) {
        double advance = displacement.getX() == 0 ? 1 : displacement.getX();
        double left = Math.min(0, advance);
        double width = Math.abs(advance);
        if (meetsAny(place, left, left + width) && !isBlank(font, code)) {
            Rectangle2D box = new Rectangle2D.Double(left, BELOW, width, TALL);
            mark(place.createAffineTransform().createTransformedShape(box), false);
        }
    }

    /// A line of text that runs above or below every place is left out as a whole. What follows on the same line then
    /// stands nobody knows where along it.
    @Override
    protected void showText(byte[] string) throws IOException {
        Band band = band();
        if (band == null) {
            super.showText(string);
        } else if (!meets(band)) {
            lost = true;
        } else if (lost) {
            markAlong(band);
        } else {
            super.showText(string);
        }
    }

    @Override
    public void beginText() throws IOException {
        super.beginText();
        lost = false;
    }

    /// Set anew by what begins a line; showing text only moves it on.
    @Override
    public void setTextMatrix(Matrix place) {
        super.setTextMatrix(place);
        lost = false;
    }

    /// What a straight line of text covers across its direction.
    ///
    /// @param across whether the line runs along x
    private record Band(boolean across, double low, double high) {}

    private @Nullable Band band() {
        PDTextState text = getGraphicsState().getTextState();
        Matrix matrix = getTextMatrix();
        if (matrix == null || text.getFont() == null || text.getFont().isVertical()) {
            return null;
        }
        Matrix whole = matrix.multiply(getGraphicsState().getCurrentTransformationMatrix());
        double size = text.getFontSize();
        double bottom = size * BELOW + text.getRise();
        double top = bottom + size * TALL;
        if (Math.abs(whole.getShearY()) < SLIP) {
            return band(true, whole.getScaleY(), whole.getTranslateY(), bottom, top);
        }
        return Math.abs(whole.getScaleX()) < SLIP
                ? band(false, whole.getShearX(), whole.getTranslateX(), bottom, top)
                : null;
    }

    private static Band band(boolean across, double factor, double at, double bottom, double top) {
        return new Band(
                across, Math.min(factor * bottom, factor * top) + at, Math.max(factor * bottom, factor * top) + at);
    }

    private boolean meets(Band band) {
        for (int i = 0; i < inked.length; i++) {
            if (!inked[i] && meets(band, places.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Band band, Rectangle2D place) {
        double low = band.across() ? place.getMinY() : place.getMinX();
        double high = band.across() ? place.getMaxY() : place.getMaxX();
        return band.high() >= low - SLIP && band.low() <= high + SLIP;
    }

    /// When in doubt, what is on the same line is in the place.
    private void markAlong(Band band) {
        boolean every = true;
        for (int i = 0; i < inked.length; i++) {
            inked[i] |= meets(band, places.get(i));
            every &= inked[i];
        }
        if (every) {
            throw new Enough();
        }
    }

    private boolean meetsAny(Matrix place, double left, double right) {
        double a = place.getScaleX();
        double b = place.getShearY();
        double c = place.getShearX();
        double d = place.getScaleY();
        double e = place.getTranslateX();
        double f = place.getTranslateY();
        double lowX = Math.min(a * left, a * right) + Math.min(c * BELOW, c * (BELOW + TALL)) + e;
        double highX = Math.max(a * left, a * right) + Math.max(c * BELOW, c * (BELOW + TALL)) + e;
        double lowY = Math.min(b * left, b * right) + Math.min(d * BELOW, d * (BELOW + TALL)) + f;
        double highY = Math.max(b * left, b * right) + Math.max(d * BELOW, d * (BELOW + TALL)) + f;
        for (int i = 0; i < inked.length; i++) {
            Rectangle2D zone = places.get(i);
            // what was found already needs no more ink
            if (!inked[i]
                    && highX >= zone.getMinX() - SLIP
                    && lowX <= zone.getMaxX() + SLIP
                    && highY >= zone.getMinY() - SLIP
                    && lowY <= zone.getMaxY() + SLIP) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(PDFont font, int code) {
        String text = font.toUnicode(code);
        return text != null && text.isBlank();
    }

    @Override
    public void shadingFill(COSName name) {
        mark(clip(), false);
    }

    @Override
    void fill(GeneralPath path) {
        if (!isWhite(getGraphicsState().getNonStrokingColor())) {
            mark(path, true);
        }
    }

    @Override
    void stroke(GeneralPath path, int length) {
        PDGraphicsState state = getGraphicsState();
        if (isWhite(state.getStrokingColor())) {
            return;
        }
        float width = Math.max(0.5f, transformWidth(state.getLineWidth()));
        Rectangle2D bounds = path.getBounds2D();
        Rectangle2D wide = new Rectangle2D.Double(
                bounds.getX() - width,
                bounds.getY() - width,
                bounds.getWidth() + 2 * width,
                bounds.getHeight() + 2 * width);
        if (places.stream().noneMatch(place -> touches(wide, place))) {
            return;
        }
        mark(length > LONG_PATH ? wide : new BasicStroke(width).createStrokedShape(path), true);
    }

    private static boolean isWhite(PDColor color) {
        try {
            return !color.isPattern() && (color.toRGB() & 0xFFFFFF) == 0xFFFFFF;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
