package org.cairn.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// The letters of one page, line by line in the order in which it was written, from left to right within a line.
///
/// What a letter covers is worked out from its own shape and place, so that it holds on pages that are turned and for
/// lines that run up or down. What is laid over the page as a note or a stamp is read as far as it is seen, after what
/// the page says itself; lines that run aslant, or in a mirror, come last.
final class PageLetters extends PDFTextStripper {

    /// So much of a space's width between two letters parts two words.
    private static final double GAP = 0.5;
    /// From its baseline a letter reaches so far down and up, in parts of its size.
    private static final double DOWN = 0.2;
    private static final double UP = 0.72;
    private static final int MOST = Talk.MOST_LETTERS;

    private final AffineTransform shown;
    private final int rotation;
    private final Size size;
    private final List<TextPosition> row = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private final List<TextPosition> aslant = new ArrayList<>();
    private final Map<TextPosition, Boolean> unseen = new IdentityHashMap<>();
    private final Map<Glyph, Rectangle2D> shapes = new HashMap<>();
    private int line;
    private boolean ended;

    private record Glyph(PDFont font, int code) {}

    PageLetters(OnePage page, Size size) throws IOException {
        this.size = size;
        PDPage only = page.page();
        PDRectangle box = only.getCropBox();
        this.rotation = Math.floorMod(only.getRotation(), 360);
        this.shown = shown(box, rotation);
        addOperator(new SetTextRenderingMode(this));
        writeText(page, Writer.nullWriter());
        endRow();
        new AslantLines(aslant).lines().forEach(this::line);
    }

    /// From the page's own place, seen from the corner of what is visible, to points from the top left as shown.
    private static AffineTransform shown(PDRectangle box, int rotation) {
        double width = box.getWidth();
        double height = box.getHeight();
        return switch (rotation) {
            case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 180 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 270 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(1, 0, 0, -1, 0, height);
        };
    }

    List<Letter> all() {
        return List.copyOf(letters);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
            unseen.put(letter, true);
        }
        if (AslantLines.isAslant(letter)) {
            aslant.add(letter);
        } else {
            super.processTextPosition(letter);
        }
    }

    /// What a page says is written out when all of it was read: what is laid over it is read just before.
    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (!annotation.isHidden() && !annotation.isNoView()) {
                laidOver(annotation);
            }
        }
        super.writePage();
    }

    private void laidOver(PDAnnotation annotation) {
        try {
            if (annotation.getAppearance() == null || annotation.getAppearance().getNormalAppearance() == null) {
                annotation.constructAppearances(document);
            }
            showAnnotation(annotation);
        } catch (IOException | RuntimeException e) {
            // what cannot be read of it is not drawn either
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition letter : positions) {
            if (ended && !row.isEmpty() && !goesOn(row.getLast(), letter)) {
                endRow();
            }
            ended = false;
            row.add(letter);
        }
    }

    @Override
    protected void writeLineSeparator() {
        ended = true;
    }

    /// Lines that run up or down, the library takes for as many lines as they have letters.
    private static boolean goesOn(TextPosition before, TextPosition after) {
        return before.getDir() != 0
                && before.getDir() == after.getDir()
                && Math.abs(before.getYDirAdj() - after.getYDirAdj()) < before.getFontSizeInPt() * 0.5
                && after.getXDirAdj() >= before.getXDirAdj();
    }

    @Override
    protected void writePageEnd() {
        endRow();
    }

    private void endRow() {
        boolean parted = false;
        TextPosition before = null;
        boolean any = false;
        for (TextPosition letter : row.stream()
                .sorted(Comparator.comparing(TextPosition::getDir).thenComparing(TextPosition::getXDirAdj))
                .toList()) {
            if (blank(letter)) {
                parted = true;
                continue;
            }
            if (letters.size() < MOST) {
                letters.add(letter(letter, any && (parted || before != null && apart(before, letter))));
            }
            any = true;
            parted = false;
            before = letter;
        }
        line += any ? 1 : 0;
        row.clear();
        ended = false;
    }

    /// A line that runs aslant, its letters in the order in which they follow each other.
    private void line(List<AslantLines.Placed> letters) {
        for (AslantLines.Placed placed : letters) {
            if (this.letters.size() < MOST) {
                this.letters.add(letter(placed.letter(), placed.parted()));
            }
        }
        line++;
    }

    private Letter letter(TextPosition letter, boolean parted) {
        AffineTransform place = place(letter);
        Rectangle2D box = place.createTransformedShape(covered(letter)).getBounds2D();
        double[] origin = {0, 0};
        place.transform(origin, 0, origin, 0, 1);
        return new Letter(
                letter.getUnicode(),
                new Box(
                        box.getX() / size.width(),
                        box.getY() / size.height(),
                        box.getWidth() / size.width(),
                        box.getHeight() / size.height()),
                origin[0] / size.width(),
                origin[1] / size.height(),
                Math.hypot(place.getShearX(), place.getScaleY()),
                turn(place),
                line,
                parted,
                unseen.containsKey(letter));
    }

    /// From the letter's own measure, in which its size is 1, to points as shown.
    private AffineTransform place(TextPosition letter) {
        AffineTransform place = new AffineTransform(shown);
        place.concatenate(letter.getTextMatrix().createAffineTransform());
        return place;
    }

    /// Which way its baseline runs on the page as shown, to the nearest quarter.
    private static int turn(AffineTransform place) {
        double along = Math.atan2(place.getShearY(), place.getScaleX());
        return Math.floorMod((int) Math.round(along / (Math.PI / 2)), 4);
    }

    private Rectangle2D covered(TextPosition letter) {
        PDFont font = letter.getFont();
        Rectangle2D whole = null;
        double from = 0;
        int[] codes = letter.getCharacterCodes();
        for (int code : codes == null ? new int[0] : codes) {
            Rectangle2D one = shapes.computeIfAbsent(new Glyph(font, code), PageLetters::shape);
            Rectangle2D there = new Rectangle2D.Double(from + one.getX(), one.getY(), one.getWidth(), one.getHeight());
            whole = whole == null ? there : whole.createUnion(there);
        }
        return whole == null ? new Rectangle2D.Double(0, -DOWN, 0.5, UP + DOWN) : whole;
    }

    private static Rectangle2D shape(Glyph glyph) {
        PDFont font = glyph.font();
        double width = 0.5;
        try {
            width = Math.clamp(font.getWidth(glyph.code()) / 1000.0, 0.05, 4);
        } catch (IOException | RuntimeException e) {
            // a letter nobody knows the width of is taken for an ordinary one
        }
        Rectangle2D line = font.isVertical()
                ? new Rectangle2D.Double(-0.05, -0.2, 1.1, 1.1)
                : new Rectangle2D.Double(0, -DOWN, width, UP + DOWN);
        Rectangle2D ink = ink(glyph);
        return ink == null ? line : line.createUnion(ink);
    }

    private static @Nullable Rectangle2D ink(Glyph glyph) {
        if (!(glyph.font() instanceof PDVectorFont drawn)) {
            return null;
        }
        try {
            GeneralPath path = drawn.getNormalizedPath(glyph.code());
            Rectangle2D ink = glyph.font()
                    .getFontMatrix()
                    .createAffineTransform()
                    .createTransformedShape(path)
                    .getBounds2D();
            boolean sane = ink.getWidth() > 0 && ink.getWidth() < 4 && ink.getHeight() < 4 && Math.abs(ink.getY()) < 4;
            return sane ? ink : null;
        } catch (IOException | RuntimeException e) {
            return null; // a shape that cannot be had is not drawn either
        }
    }

    static boolean blank(TextPosition letter) {
        String unicode = letter.getUnicode();
        return unicode == null || unicode.isBlank();
    }

    private static boolean apart(TextPosition before, TextPosition after) {
        if (before.getDir() != after.getDir()) {
            return true;
        }
        double space = Math.max(before.getWidthOfSpace(), before.getFontSizeInPt() * 0.1);
        return after.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj() > space * GAP;
    }
}
