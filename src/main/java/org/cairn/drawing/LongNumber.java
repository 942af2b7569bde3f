package org.cairn.drawing;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A long number in a cell, such as a telephone number: where the cell shows it rounded, as 8.61381E+12, its digits are
/// shown, since people look for them.
final class LongNumber {

    private static final Pattern ROUNDED = Pattern.compile("-?\\d(?:[.,]\\d{1,14})?E\\+?0?1[1-9]");
    private static final int LONGEST = 40;
    /// None below can be shown so, where it is a number that is shown and not words beside it.
    private static final BigDecimal LEAST = BigDecimal.valueOf(90_000_000_000L);
    /// From here on a number that is kept in binary is not sure of its last digit: it stays as it is shown.
    private static final BigDecimal UNSURE = BigDecimal.valueOf(1L << 53);

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
            boolean sure = number.abs().compareTo(LEAST) >= 0 && number.abs().compareTo(UNSURE) < 0;
            return sure ? number.toPlainString() : shown;
        } catch (NumberFormatException e) {
            return shown;
        }
    }
}
