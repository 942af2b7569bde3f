package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.cairn.bundle.typeset.Paper;
import org.cairn.domain.Area;

/// Where on which sheet a picture goes: in the middle, as large as the margins allow, never blown up beyond the dots of
/// a screen.
///
/// @param width its width as seen, in points
/// @param height its height as seen, in points
/// @param orientation how the camera was held, as EXIF counts it
/// @param dotsPerPoint how fine it is there
record PicturePlace(PDRectangle sheet, float width, float height, int orientation, double dotsPerPoint) {

    private static final float MARGIN = 48;
    private static final double FEWEST_DOTS_PER_POINT = 96 / 72.0;

    static PicturePlace on(Paper paper, int storedWidth, int storedHeight, int orientation) {
        boolean swapped = ExifOrientation.swapsSides(orientation);
        double w = swapped ? storedHeight : storedWidth;
        double h = swapped ? storedWidth : storedHeight;
        PDRectangle sheet = PageShape.sheet(paper, w > h);
        double dots = Math.max(
                FEWEST_DOTS_PER_POINT,
                Math.max(w / (sheet.getWidth() - 2 * MARGIN), h / (sheet.getHeight() - 2 * MARGIN)));
        return new PicturePlace(sheet, (float) (w / dots), (float) (h / dots), orientation, dots);
    }

    /// What part of the sheet it takes.
    Area area() {
        double across = width / sheet.getWidth();
        double down = height / sheet.getHeight();
        return new Area((1 - across) / 2, (1 - down) / 2, across, down);
    }

    AffineTransform onSheet() {
        AffineTransform place =
                AffineTransform.getTranslateInstance((sheet.getWidth() - width) / 2, (sheet.getHeight() - height) / 2);
        place.scale(width, height);
        place.concatenate(ExifOrientation.turn(orientation));
        return place;
    }
}
