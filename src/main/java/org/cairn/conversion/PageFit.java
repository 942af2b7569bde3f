package org.cairn.conversion;

import java.util.Arrays;

/// How one sheet stands on A4 pages: upright or across, on how many pages side by side, or made how much smaller.
///
/// @param across whether the paper lies on its side
/// @param strips how many pages stand side by side
/// @param percent how large it is shown; none where the program itself makes it as large as the strips allow
/// @param repeats whether the first column comes again in each strip
/// @param small whether letters become smaller than [#LEAST]
record PageFit(boolean across, int strips, int percent, boolean repeats, boolean small) {

    /// Smaller letters nobody reads on paper, in points.
    static final double LEAST = 5;

    /// Letters of this size are read with ease: the paper need not be turned for larger ones.
    private static final double EASY = 8;

    /// The white around a sheet, in points: room for what a bundle stamps.
    static final double SIDE = 36;

    static final double TOP = 42;
    static final double FOOT = 50;
    static final double SHORT = 595.3;
    static final double LONG = 841.9;

    /// What the program prints before the rows of a strip to say which they are, in points.
    private static final double ROW_NUMBERS = 30;

    /// A first column that takes more of a page than this is not repeated.
    private static final double REPEATED = 0.25;

    private static final int LEAST_PERCENT = 10;

    static PageFit of(SheetShape sheet) {
        double wide = sheet.width();
        double upright = letters(sheet, room(false), wide);
        double onItsSide = letters(sheet, room(true), wide);
        if (onItsSide < Math.min(LEAST, sheet.letters())) {
            return inStrips(sheet);
        }
        boolean across = upright < Math.min(EASY, sheet.letters()) && onItsSide > upright;
        return checked(sheet, across, 1, false, Math.min(1, room(across) / wide));
    }

    private static double letters(SheetShape sheet, double room, double wide) {
        return sheet.letters() * Math.min(1, room / wide);
    }

    private static PageFit inStrips(SheetShape sheet) {
        double scale = Math.min(1, LEAST / sheet.letters());
        double room = room(true) / scale - ROW_NUMBERS;
        double[] columns = sheet.columns();
        double first = columns.length == 0 ? 0 : columns[0];
        boolean repeats = first > 0 && first <= REPEATED * room;
        int strips = 1;
        double taken = 0;
        for (double column : columns) {
            if (taken > 0 && taken + column > room) {
                strips++;
                taken = repeats ? first : 0;
            }
            taken += column;
        }
        return checked(sheet, true, strips, repeats, scale);
    }

    /// A column wider or a row higher than a page would be cut off at its edge: then everything is made smaller.
    private static PageFit checked(SheetShape sheet, boolean across, int strips, boolean repeats, double scale) {
        double first = repeats ? sheet.columns()[0] : 0;
        double widest = Arrays.stream(sheet.columns()).max().orElse(0) + first + (strips > 1 ? ROW_NUMBERS : 0);
        double least = Math.min(room(across) / Math.max(1, widest), height(across) / Math.max(1, sheet.tallest()));
        if (least >= scale) {
            return new PageFit(across, strips, 0, repeats, false);
        }
        int percent = (int) Math.max(LEAST_PERCENT, Math.floor(least * 100 - 0.5));
        boolean one = sheet.width() * percent / 100 <= room(across);
        boolean small = sheet.letters() * percent / 100 < LEAST;
        return new PageFit(across, one ? 1 : strips, percent, repeats && !one, small);
    }

    private static double room(boolean across) {
        return (across ? LONG : SHORT) - 2 * SIDE;
    }

    private static double height(boolean across) {
        return (across ? SHORT : LONG) - TOP - FOOT;
    }
}
