package org.cairn.drawing;

/// Where something stands on a page, each value a fraction of the page's width or height from its top left.
public record Box(double x, double y, double width, double height) {

    /// All of a page.
    public static final Box WHOLE = new Box(0, 0, 1, 1);
}
