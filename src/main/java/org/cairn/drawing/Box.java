package org.cairn.drawing;

/// Where something stands on a page, each value a fraction of the page's width or height from its top left.
public record Box(double x, double y, double width, double height) {

    /// All of a page.
    public static final Box WHOLE = new Box(0, 0, 1, 1);

    /// The smallest that holds both.
    public Box around(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        double right = Math.max(x + width, other.x + other.width);
        double bottom = Math.max(y + height, other.y + other.height);
        return new Box(left, top, right - left, bottom - top);
    }
}
