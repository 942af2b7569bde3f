package org.cairn.drawing;

/// A letter on a page, as it was written and where it stands: one sign of the page, which may be several letters.
///
/// @param text what it stands for
/// @param box what it covers: its shape, and the height of its line
/// @param x where it stands on its line, a fraction of the page's width from its left
/// @param y the same, of the page's height from its top
/// @param size how large it is written, in points
/// @param turn which way it runs, in quarter turns clockwise as the page is shown
/// @param line the line it stands in, from 0
/// @param parted whether a gap or a space parts it from the letter before it in its line
/// @param unseen whether it is written so that nobody sees it, as under a scan
public record Letter(
        String text, Box box, double x, double y, double size, int turn, int line, boolean parted, boolean unseen) {

    @Override
    public String toString() {
        return "Letter";
    }
}
