package org.cairn.conversion;

/// What of one sheet decides how it stands on pages, in points.
///
/// @param page the name of the page style that it asks for; empty where it asks for none
/// @param hidden whether the workbook hides it
/// @param leftwards whether its first column stands on the right
/// @param columns the widths of those that are shown, up to the last that holds something
/// @param width of all of it, with letters that reach beyond their own cells
/// @param tallest the height of its highest row
/// @param letters the size of its smaller letters
/// @param headed whether columns or the first of them come again on each page already, as the workbook asks
/// @param cramped what its cells would cut off
record SheetShape(
        String page,
        boolean hidden,
        boolean leftwards,
        double[] columns,
        double width,
        double tallest,
        double letters,
        boolean headed,
        Cramped cramped) {

    @Override
    public String toString() {
        return "SheetShape";
    }
}
