package org.cairn.bundle.typeset;

/// The white around the text of a page, in points; head and foot leave room for what is stamped there.
///
/// @param across whether the paper lies on its side, as for tables
public record Margins(Paper paper, float top, float bottom, float left, float right, boolean across) {

    /// On upright paper.
    public Margins(Paper paper, float top, float bottom, float left, float right) {
        this(paper, top, bottom, left, right, false);
    }

    /// The same white on all sides of an A4 page, in centimetres.
    public static Margins centimetres(float all) {
        float points = all * 72 / 2.54f;
        return new Margins(Paper.A4, points, points, points, points);
    }

    /// The same white on other paper.
    public Margins on(Paper other) {
        return new Margins(other, top, bottom, left, right, across);
    }

    /// The same white on paper that lies on its side, or is upright.
    public Margins turned(boolean onItsSide) {
        return new Margins(paper, top, bottom, left, right, onItsSide);
    }

    /// Lines no wider than this; what is left over is white at the side where reading ends.
    public Margins narrowed(float width, Direction direction) {
        float more = Math.max(0, textWidth() - width);
        return direction.rightToLeft()
                ? new Margins(paper, top, bottom, left + more, right, across)
                : new Margins(paper, top, bottom, left, right + more, across);
    }

    float width() {
        return across ? paper.height() : paper.width();
    }

    float height() {
        return across ? paper.width() : paper.height();
    }

    /// How wide a line may be.
    public float textWidth() {
        return width() - left - right;
    }

    /// How much of a page's height is for text.
    public float textHeight() {
        return height() - top - bottom;
    }
}
