package org.cairn.intake;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Long numbers of a workbook, with all of their digits.
///
/// A cell shows a telephone number with its country, or the number of an account, as 8.61381E+12 where nobody said
/// otherwise. The digits are in the file, and people look for them.
///
/// In the order of the cells it is written down which of them are shown so and what stands there, a text that somebody
/// typed so among them: each of the cells that come gets its own, never that of another.
final class LongNumbers {

    static final LongNumbers NONE = new LongNumbers();

    private static final Pattern ROUNDED = Pattern.compile("-?\\d(?:[.,]\\d{1,14})?E\\+?0?1[1-9]");
    private static final double LEAST = 1E11;
    /// From here on a number that is kept in binary is not sure of its last digit: what shows all of it stays as it is.
    private static final BigDecimal SURE = BigDecimal.valueOf(1L << 53);
    /// No cell that shows a number so shows it with more letters.
    private static final int LONGEST = 24;
    private static final int MOST = 500_000;

    private final Map<String, Deque<String>> cells = new HashMap<>();
    private int count;

    /// Whether a number is so long that it may be shown rounded.
    static boolean isLong(double number) {
        return Math.abs(number) >= LEAST && !Double.isInfinite(number);
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
    void number(String shown, BigDecimal number) {
        boolean sure = number.abs().compareTo(SURE) < 0;
        if (rounded(shown)) {
            boolean all = new BigDecimal(shown.replace(',', '.')).compareTo(number) == 0;
            add(shown, sure || !all ? number.toPlainString() : shown);
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
