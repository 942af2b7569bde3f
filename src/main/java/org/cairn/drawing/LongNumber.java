package org.cairn.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/// A long number in a cell, such as a telephone number: where the cell shows it rounded, as 8.61381E+12, its digits are
/// shown, since people look for them. They are the same that are found in it: its reading has them so too.
final class LongNumber {

    private static final Pattern ROUNDED =
            Pattern.compile("-?\\d(?:[.,]\\d{1,14})?E\\+?0?(?:1[1-9]|[2-9]\\d|[1-3]\\d\\d)");
    private static final int LONGEST = 40;
    /// None below can be shown so, where it is a number that is shown and not words beside it.
    private static final BigDecimal LEAST = BigDecimal.valueOf(90_000_000_000L);
    /// From here on a number that is kept in binary is not sure of its last digit.
    private static final BigDecimal UNSURE = BigDecimal.valueOf(1L << 53);
    /// Those of which it is always sure.
    private static final MathContext SURE_DIGITS = new MathContext(15);

    private LongNumber() {}

    /// @param shown what the cell's format makes of it
    /// @param value as the file has it
    static String whole(String shown, String value) {
        if (shown.indexOf('E') < 0
                || value.length() > LONGEST
                || !ROUNDED.matcher(shown).matches()) {
            return shown;
        }
        try {
            BigDecimal number = new BigDecimal(value.strip());
            if (number.abs().compareTo(LEAST) < 0) {
                return shown;
            }
            return number.abs().compareTo(UNSURE) < 0
                    ? number.toPlainString()
                    : number.round(SURE_DIGITS).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return shown;
        }
    }
}
