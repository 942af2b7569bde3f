package org.cairn.domain.medical;

import org.cairn.domain.ArchiveException;

/// A place on one of the drawings of the body.
///
/// @param view which drawing
/// @param x from its left edge, 0, to its right edge, 1
/// @param y from its top, 0, to its foot, 1
public record BodyMark(BodyView view, double x, double y) {

    private static final double FINEST = 10_000;

    public BodyMark {
        x = within("x", x);
        y = within("y", y);
    }

    private static double within(String field, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new ArchiveException.InvalidInput(field, "outside");
        }
        // finer than a hair on any body; a mouse is no finer
        return Math.round(share * FINEST) / FINEST;
    }
}
