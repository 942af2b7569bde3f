package org.cairn.drawing;

import java.util.function.IntUnaryOperator;

/// How the stored values of a medical picture become shades: first what was measured, then the part of that which is
/// shown (DICOM PS3.3, C.11.1 and C.11.2).
///
/// @param slope by which a stored value is multiplied
/// @param intercept what is added then
/// @param measured a table in place of these two; often empty
/// @param centre of the window, where width is above 0
/// @param width of the window; 0 for none
/// @param curve how the window runs: `LINEAR`, `LINEAR_EXACT` or `SIGMOID`
/// @param shown a table in place of a window; often empty
/// @param padding the stored value around what was measured, or one that is never stored
/// @param inverted whether the least is white
record DicomGrey(
        double slope,
        double intercept,
        DicomTable measured,
        double centre,
        double width,
        String curve,
        DicomTable shown,
        int padding,
        boolean inverted) {

    private static final int MEASURED = 0x00283000;
    private static final int SHOWN = 0x00283010;
    private static final int NEVER = Integer.MIN_VALUE;

    static DicomGrey of(DicomReader file, boolean signed) {
        int padding = file.number(0x00280120, NEVER);
        double slope = file.decimal(0x00281053, 1);
        return new DicomGrey(
                slope == 0 ? 1 : slope,
                file.decimal(0x00281052, 0),
                DicomTable.of(file, MEASURED, signed),
                file.decimal(0x00281050, 0),
                file.decimal(0x00281051, 0),
                file.text(0x00281056),
                DicomTable.of(file, SHOWN, signed || file.decimal(0x00281052, 0) < 0),
                padding != NEVER && signed ? (short) padding : padding,
                file.text(0x00280004).equals("MONOCHROME1"));
    }

    /// From what part of the values the shades are made: the least that is not black, and how far it is to white.
    private record Range(double least, double span) {
        double share(double value) {
            return (value - least) / span;
        }
    }

    /// From 0 to 1.
    @FunctionalInterface
    private interface Shade {
        double of(double measured);
    }

    /// The shade of each dot, 0 for black to 255 for white.
    ///
    /// @param plain the highest value where the picture is as a camera's, and its shades need no making; else 0
    IntUnaryOperator shades(int dots, IntUnaryOperator stored, int plain) {
        Range all = range(dots, stored);
        Shade said = shade(all, plain);
        // a window beside everything that was measured would show one even black
        boolean empty = all.span() > 0 && even(dots, stored, said);
        Shade used = empty ? all::share : said;
        return dot -> {
            int grey = grey(used, measured(stored.applyAsInt(dot)));
            return inverted ? 255 - grey : grey;
        };
    }

    private Shade shade(Range all, int plain) {
        if (curve.equals("SIGMOID") && width > 0) {
            return value -> 1 / (1 + Math.exp(-4 * (value - centre) / width));
        }
        if (curve.equals("LINEAR_EXACT") && width > 0) {
            return value -> (value - centre) / width + 0.5;
        }
        if (width > 1) {
            return new Range(centre - 0.5 - (width - 1) / 2, width - 1)::share;
        }
        if (width == 1) {
            return value -> value <= centre - 0.5 ? 0 : 1;
        }
        if (!shown.isEmpty()) {
            return value -> (double) shown.at(value) / shown.most();
        }
        boolean asItIs = plain > 0 && slope == 1 && intercept == 0 && measured.isEmpty();
        return asItIs ? new Range(0, plain)::share : new Range(all.least(), Math.max(1e-9, all.span()))::share;
    }

    private static int grey(Shade shade, double measured) {
        return (int) Math.round(Math.clamp(shade.of(measured), 0, 1) * 255);
    }

    private double measured(int stored) {
        return measured.isEmpty() ? stored * slope + intercept : measured.at(stored);
    }

    private Range range(int dots, IntUnaryOperator stored) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int dot = 0; dot < dots; dot++) {
            int one = stored.applyAsInt(dot);
            if (one != padding) {
                double value = measured(one);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most < least ? new Range(0, 0) : new Range(least, most - least);
    }

    private boolean even(int dots, IntUnaryOperator stored, Shade shade) {
        int first = -1;
        for (int dot = 0; dot < dots; dot++) {
            int one = stored.applyAsInt(dot);
            if (one == padding) {
                continue;
            }
            int grey = grey(shade, measured(one));
            if (first >= 0 && grey != first) {
                return false;
            }
            first = grey;
        }
        return true;
    }
}
