package org.cairn.domain;

/// A part of a page as it is shown, upright, each value a fraction of its width or height from its top left.
///
/// @param x where it begins, from the left
/// @param y where it begins, from the top
/// @param width how far it reaches; never nothing
/// @param height how far it reaches; never nothing
public record Area(double x, double y, double width, double height) {

    /// All of a page.
    public static final Area WHOLE = new Area(0, 0, 1, 1);

    /// Sums of fractions miss the edge by as much.
    private static final double SLIP = 1e-9;

    /// So much of a page nobody sees.
    private static final double HAIR = 1e-3;

    /// From so much of a page on, nothing of it is left to be shown.
    private static final double ALL = 0.995;

    public Area {
        require("x", x >= 0 && x < 1);
        require("y", y >= 0 && y < 1);
        require("width", width > 0 && x + width <= 1 + SLIP);
        require("height", height > 0 && y + height <= 1 + SLIP);
    }

    private static void require(String field, boolean within) {
        if (!within) {
            throw new ArchiveException.InvalidInput(field, "unknownValue");
        }
    }

    /// What of a box lies on the page, as an area: for whoever draws a box over an edge.
    ///
    /// @throws ArchiveException.InvalidInput when nothing of it does
    public static Area within(double left, double top, double right, double bottom) {
        double x = Math.max(0, Math.min(left, right));
        double y = Math.max(0, Math.min(top, bottom));
        return new Area(x, y, Math.min(1, Math.max(left, right)) - x, Math.min(1, Math.max(top, bottom)) - y);
    }

    /// Whether another lies in it, but for a hair.
    public boolean holds(Area other) {
        return other.x >= x - HAIR
                && other.y >= y - HAIR
                && other.right() <= right() + HAIR
                && other.bottom() <= bottom() + HAIR;
    }

    /// Whether another has more than a hair in common with it.
    public boolean touches(Area other) {
        return other.x < right() - HAIR
                && other.right() > x + HAIR
                && other.y < bottom() - HAIR
                && other.bottom() > y + HAIR;
    }

    /// Where it ends, from the left.
    public double right() {
        return x + width;
    }

    /// Where it ends, from the top.
    public double bottom() {
        return y + height;
    }

    /// Whether it is all of a page, or nearly so.
    public boolean whole() {
        return width >= ALL && height >= ALL;
    }
}
