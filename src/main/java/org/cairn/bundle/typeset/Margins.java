package org.cairn.bundle.typeset;

/// The white around the text of an A4 page, in points; head and foot leave room for what is stamped there.
public record Margins(float top, float bottom, float left, float right) {

    /// A4, in points.
    public static final float PAGE_WIDTH = 595.276f;

    /// A4, in points.
    public static final float PAGE_HEIGHT = 841.89f;

    /// The same white on all sides, in centimetres.
    public static Margins centimetres(float all) {
        float points = all * 72 / 2.54f;
        return new Margins(points, points, points, points);
    }

    /// How wide a line may be.
    public float textWidth() {
        return PAGE_WIDTH - left - right;
    }

    float textHeight() {
        return PAGE_HEIGHT - top - bottom;
    }
}
