package org.cairn.intake;

import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// Letters that are written up, down or aslant, as they would stand if they were written along. The library looks
/// whether a letter stands beside the one before, and takes those of such a line for lines of one or two letters each.
final class Upright {

    /// Up to this many degrees letters are seen as one line anyway.
    private static final double LEVEL = 20;

    /// Lines of another direction are no neighbours, wherever they would come to stand: so far apart are directions.
    private static final float APART = 40_000;

    private Upright() {}

    static TextPosition of(TextPosition letter) {
        Matrix written = letter.getTextMatrix();
        double along = written.getValue(0, 0);
        double up = written.getValue(0, 1);
        double turned = Math.toDegrees(Math.atan2(up, along)) - letter.getRotation();
        double seen = Math.abs(Math.IEEEremainder(turned, 360));
        if (seen <= LEVEL || along == 0 && up == 0) {
            return letter;
        }
        double angle = Math.atan2(up, along);
        float apart = APART * (1 + Math.round(Math.toDegrees(angle) / 5 + 36));
        float x = x(written.getTranslateX(), written.getTranslateY(), angle);
        float y = y(written.getTranslateX(), written.getTranslateY(), angle) + apart;
        float size = (float) Math.hypot(along, up);
        float height = (float) Math.hypot(written.getValue(1, 0), written.getValue(1, 1));
        return new TextPosition(
                0,
                letter.getPageWidth(),
                0,
                new Matrix(size, 0, 0, height, x, y),
                x(letter.getEndX(), letter.getEndY(), angle),
                y(letter.getEndX(), letter.getEndY(), angle) + apart,
                letter.getHeight(),
                letter.getIndividualWidths()[0],
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
