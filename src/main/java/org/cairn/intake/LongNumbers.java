package org.cairn.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Long numbers of a workbook, with all of their digits.
///
/// A cell shows a telephone number with its country, or the number of an account, as 8.61381E+12 where nobody said
/// otherwise. The digits are in the file, and people look for them. Tables show the same.
///
/// In the order of the cells it is written down which of them are shown so and what stands there, a text that somebody
/// typed so among them: each of the cells that come gets its own, never that of another.
final class LongNumbers {

    static final LongNumbers NONE = new LongNumbers();

    private static final Pattern ROUNDED =
            Pattern.compile("-?\\d(?:[.,]\\d{1,14})?E\\+?0?(?:1[1-9]|[2-9]\\d|[1-3]\\d\\d)");
    /// None below can be shown so, where it is a number that is shown and not words beside it.
    private static final BigDecimal LEAST = BigDecimal.valueOf(90_000_000_000L);
    /// From here on a number that is kept in binary is not sure of its last digit.
    private static final BigDecimal UNSURE = BigDecimal.valueOf(1L << 53);
    /// Those of which it is always sure.
    private static final MathContext SURE_DIGITS = new MathContext(15);
    private static final int LONGEST_VALUE = 40;
    /// No cell that shows a number so shows it with more letters.
    private static final int LONGEST = 24;
    private static final int MOST = 500_000;

    private final Map<String, Deque<String>> cells = new HashMap<>();
    private int count;

    /// Whether it is worth while to look how a number is shown: a small one is rounded so by no format, and words of a
    /// format may make it look so only with an E in them.
    static boolean mayBeRounded(double number, String format) {
        return Math.abs(number) >= LEAST.doubleValue() || format.indexOf('E') >= 0;
    }

    /// Whether a cell may show a number so.
    static boolean rounded(String shown) {
        return shown.length() <= LONGEST
                && shown.indexOf('E') > 0
                && ROUNDED.matcher(shown).matches();
    }

    /// The next cell holds a number.
    ///
    /// @param shown what its format makes of it
    /// @param value as the file has it
    void number(String shown, String value) {
        if (rounded(shown)) {
            add(shown, whole(shown, value));
        }
    }

    private static String whole(String shown, String value) {
        try {
            BigDecimal number = new BigDecimal(value.length() > LONGEST_VALUE ? "" : value.strip());
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

    /// The next cell holds a text.
    void text(String said) {
        add(said, said);
    }

    private void add(String shown, String whole) {
        if (rounded(shown) && count++ < MOST) {
            cells.computeIfAbsent(shown, any -> new ArrayDeque<>(2)).add(whole);
        }
    }

    /// What stands in a cell, where it is shown rounded.
    ///
    /// @param shown the cells come in their order, sheet after sheet
    String whole(String shown) {
        Deque<String> alike = rounded(shown) ? cells.get(shown) : null;
        String whole = alike == null ? null : alike.poll();
        return whole == null ? shown : whole;
    }
}
