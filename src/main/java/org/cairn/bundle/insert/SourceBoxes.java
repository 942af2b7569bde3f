package org.cairn.bundle.insert;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/// Boxes and rotation of a source page, with what it inherits, mended where they make no sense.
final class SourceBoxes {

    private static final int DEPTH = 64;
    private static final float LARGEST = 1e6f;

    private SourceBoxes() {}

    /// The visible part: the crop box within the media box.
    static PDRectangle visible(COSDictionary page) {
        PDRectangle media = box(inherited(page, COSName.MEDIA_BOX));
        PDRectangle crop = box(inherited(page, COSName.CROP_BOX));
        if (media == null) {
            media = crop == null ? PDRectangle.A4 : crop;
        }
        return crop == null ? media : overlap(media, crop);
    }

    private static PDRectangle overlap(PDRectangle media, PDRectangle crop) {
        float left = Math.max(media.getLowerLeftX(), crop.getLowerLeftX());
        float bottom = Math.max(media.getLowerLeftY(), crop.getLowerLeftY());
        float right = Math.min(media.getUpperRightX(), crop.getUpperRightX());
        float top = Math.min(media.getUpperRightY(), crop.getUpperRightY());
        return right - left < 1 || top - bottom < 1 ? media : new PDRectangle(left, bottom, right - left, top - bottom);
    }

    /// Clockwise quarter turns in degrees; anything else counts as upright, as readers do.
    static int rotation(COSDictionary page) {
        int degrees = inherited(page, COSName.ROTATE) instanceof COSNumber number ? number.intValue() : 0;
        return degrees % 90 == 0 ? Math.floorMod(degrees, 360) : 0;
    }

    /// How many points a unit of the page is.
    static double unit(COSDictionary page) {
        double unit = page.getDictionaryObject(COSName.getPDFName("UserUnit")) instanceof COSNumber number
                ? number.floatValue()
                : 1;
        return unit > 0.01 && unit < 10_000 ? unit : 1;
    }

    static @Nullable COSBase inherited(COSDictionary page, COSName key) {
        COSDictionary node = page;
        for (int depth = 0; depth < DEPTH; depth++) {
            COSBase value = SourceCloner.resolved(node.getItem(key));
            if (value != null) {
                return value;
            }
            if (!(SourceCloner.resolved(node.getItem(COSName.PARENT)) instanceof COSDictionary parent)) {
                return null;
            }
            node = parent;
        }
        return null;
    }

    private static @Nullable PDRectangle box(@Nullable COSBase value) {
        if (!(value instanceof COSArray array) || array.size() < 4) {
            return null;
        }
        float[] sides = new float[4];
        for (int i = 0; i < 4; i++) {
            if (!(SourceCloner.resolved(array.get(i)) instanceof COSNumber number)) {
                return null;
            }
            sides[i] = number.floatValue();
            if (!(Math.abs(sides[i]) < LARGEST)) {
                return null;
            }
        }
        float width = Math.abs(sides[2] - sides[0]);
        float height = Math.abs(sides[3] - sides[1]);
        return width < 1 || height < 1
                ? null
                : new PDRectangle(Math.min(sides[0], sides[2]), Math.min(sides[1], sides[3]), width, height);
    }
}
