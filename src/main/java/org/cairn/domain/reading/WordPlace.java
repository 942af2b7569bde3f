package org.cairn.domain.reading;

/// Where a recognised word stands: in the text of its page, and on the picture of it.
///
/// @param start of the word in the page's text, in UTF-16 units
/// @param end after its last unit
/// @param confidence of the machine, 0 to 100
/// @param x of its left side, as a fraction of the page's width as it is shown
/// @param y of its top, as a fraction of the page's height
/// @param width as a fraction of the page's width
/// @param height as a fraction of the page's height
public record WordPlace(int start, int end, int confidence, double x, double y, double width, double height) {

    private static final double ROUNDING = 1e-9;

    public WordPlace {
        boolean inText = start >= 0 && end > start;
        boolean onPage = x >= 0 && y >= 0 && width >= 0 && height >= 0;
        if (!inText || !onPage || x + width > 1 + ROUNDING || y + height > 1 + ROUNDING) {
            throw new IllegalArgumentException("a word stands within its text and its page");
        }
    }
}
