package org.cairn.store;

import java.math.BigDecimal;

/// Numbers as RFC 8785 has them: doubles, so that a number no double holds has no canonical form.
final class Numbers {

    private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /// Whether the double nearest to it, written as shortly as possible, is the same number again.
    static boolean exact(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(number) == 0;
    }

    /// The plainest Java number that is the same: Integer, Long or Double.
    static Number plainest(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LARGEST_LONG) > 0) {
            return number.doubleValue();
        }
        long whole = number.longValueExact();
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }
}
