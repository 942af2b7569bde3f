package org.cairn.bundle.redact;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A page as it is shown, and the upright page of the same size that takes its place.
///
/// @param box the box of the page that takes its place
/// @param move from the coordinates of the page before to those of the page after
record Upright(PDRectangle box, AffineTransform move) {

    static Upright of(PDPage page) {
        PDRectangle crop = page.getCropBox();
        double left = crop.getLowerLeftX();
        double bottom = crop.getLowerLeftY();
        float width = crop.getWidth();
        float height = crop.getHeight();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 ->
                new Upright(new PDRectangle(height, width), new AffineTransform(0, -1, 1, 0, -bottom, left + width));
            case 180 ->
                new Upright(
                        new PDRectangle(width, height),
                        new AffineTransform(-1, 0, 0, -1, left + width, bottom + height));
            case 270 ->
                new Upright(new PDRectangle(height, width), new AffineTransform(0, 1, -1, 0, bottom + height, -left));
            // where nothing turns, places on the page stay what they are
            default -> new Upright(crop, new AffineTransform());
        };
    }

    double width() {
        return box.getWidth();
    }

    double height() {
        return box.getHeight();
    }

    /// A rectangle of the page before, on the page after.
    PDRectangle moved(PDRectangle before) {
        Rectangle2D after = move.createTransformedShape(new Rectangle2D.Double(
                        before.getLowerLeftX(), before.getLowerLeftY(), before.getWidth(), before.getHeight()))
                .getBounds2D();
        return new PDRectangle(
                (float) after.getX(), (float) after.getY(), (float) after.getWidth(), (float) after.getHeight());
    }

    /// A rectangle of the page after, in fractions of it from its top left.
    Rectangle2D fraction(PDRectangle after) {
        return new Rectangle2D.Double(
                (after.getLowerLeftX() - box.getLowerLeftX()) / width(),
                (box.getUpperRightY() - after.getUpperRightY()) / height(),
                after.getWidth() / width(),
                after.getHeight() / height());
    }

    /// A place in fractions from the top left, on the page after.
    double[] place(double x, double y) {
        return new double[] {box.getLowerLeftX() + x * width(), box.getUpperRightY() - y * height()};
    }
}
