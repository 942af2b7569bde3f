package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A page as a person sees it: what its crop box leaves of it, turned the right way.
///
/// @param box the visible part, in the page's own coordinates
/// @param rotation 0, 90, 180 or 270 degrees clockwise
record Shown(PDRectangle box, int rotation) {

    static Shown of(PDPage page) {
        return new Shown(page.getCropBox(), page.getRotation());
    }

    private boolean sideways() {
        return rotation % 180 != 0;
    }

    float width() {
        return sideways() ? box.getHeight() : box.getWidth();
    }

    float height() {
        return sideways() ? box.getWidth() : box.getHeight();
    }

    /// From coordinates as seen, with the origin at the bottom left, to the page's own.
    AffineTransform toPage() {
        double x = box.getLowerLeftX();
        double y = box.getLowerLeftY();
        return switch (rotation) {
            case 90 -> new AffineTransform(0, 1, -1, 0, x + box.getWidth(), y);
            case 180 -> new AffineTransform(-1, 0, 0, -1, x + box.getWidth(), y + box.getHeight());
            case 270 -> new AffineTransform(0, -1, 1, 0, x, y + box.getHeight());
            default -> new AffineTransform(1, 0, 0, 1, x, y);
        };
    }

    /// A rectangle as seen, in the page's own coordinates.
    Rectangle2D onPage(double x, double y, double width, double height) {
        return toPage().createTransformedShape(new Rectangle2D.Double(x, y, width, height))
                .getBounds2D();
    }
}
