package org.cairn.bundle.typeset;

/// The white around the text of a page, in points; head and foot leave room for what is stamped there.
public record Margins(Paper paper, float top, float bottom, float left, float right) {

    /// The same white on all sides of an A4 page, in centimetres.
    public static Margins centimetres(float all) {
        float points = all * 72 / 2.54f;
        return new Margins(Paper.A4, points, points, points, points);
    }

    /// The same white on other paper.
    public Margins on(Paper other) {
        return new Margins(other, top, bottom, left, right);
    }

    /// How wide a line may be.
    public float textWidth() {
        return paper.width() - left - right;
    }

    float textHeight() {
        return paper.height() - top - bottom;
    }
}
