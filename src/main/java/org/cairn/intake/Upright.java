package org.cairn.intake;

import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// Letters that are written up, down, aslant or below each other, as they would stand if they were written along. The
/// library looks whether a letter stands beside the one before, and takes those of such a line for lines of one or two
/// letters each.
final class Upright {

    /// Up to this many degrees letters are seen as one line anyway.
    private static final double LEVEL = 20;

    /// Lines of another direction are no neighbours, wherever they would come to stand: so far apart are directions.
    private static final float APART = 40_000;

    private Upright() {}

    static TextPosition of(TextPosition letter) {
        Matrix written = letter.getTextMatrix();
        double along = Math.atan2(written.getValue(0, 1), written.getValue(0, 0));
        boolean below = letter.getFont().isVertical() && stacked(letter.getUnicode());
        double angle = below ? along - Math.PI / 2 : along;
        double seen = Math.abs(Math.IEEEremainder(Math.toDegrees(angle) - letter.getRotation(), 360));
        return seen <= LEVEL ? letter : turned(letter, angle, below);
    }

    /// Whether such letters are written below each other. Others in such a font are placed one by one by whoever made
    /// the page.
    private static boolean stacked(String letters) {
        return letters != null
                && !letters.isEmpty()
                && (Character.isIdeographic(letters.codePointAt(0))
                        || letters.charAt(0) >= '\u3000' && letters.charAt(0) <= '\u30FF'
                        || letters.charAt(0) >= '\uAC00' && letters.charAt(0) <= '\uD7A3'
                        || letters.charAt(0) >= '\uFE10' && letters.charAt(0) <= '\uFF60');
    }

    /// @param below whether the next letter stands below it, as far away as it is large: what the library says of its
    ///     end is not where the next one begins
    private static TextPosition turned(TextPosition letter, double angle, boolean below) {
        Matrix written = letter.getTextMatrix();
        float apart = APART * (1 + Math.round(Math.toDegrees(angle) / 5 + 72));
        float x = x(written.getTranslateX(), written.getTranslateY(), angle);
        float y = y(written.getTranslateX(), written.getTranslateY(), angle) + apart;
        float size = (float) Math.hypot(written.getValue(0, 0), written.getValue(0, 1));
        float end = below ? x + size : x(letter.getEndX(), letter.getEndY(), angle);
        float height = (float) Math.hypot(written.getValue(1, 0), written.getValue(1, 1));
        return new TextPosition(
                0,
                letter.getPageWidth(),
                0,
                new Matrix(size, 0, 0, height, x, y),
                end,
                y,
                letter.getHeight(),
                end - x,
                letter.getWidthOfSpace(),
                letter.getUnicode(),
                letter.getCharacterCodes(),
                letter.getFont(),
                letter.getFontSize(),
                Math.round(letter.getFontSizeInPt()));
    }

    private static float x(float x, float y, double angle) {
        return (float) (x * Math.cos(angle) + y * Math.sin(angle));
    }

    private static float y(float x, float y, double angle) {
        return (float) (y * Math.cos(angle) - x * Math.sin(angle));
    }
}
