package org.cairn.domain.medical;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.domain.ArchiveException;

/// Numbers that are kept as they were written: `1.20` stays `1.20`, and `<5` is no number but a bound.
final class Measured {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern BOUNDED = Pattern.compile("[<>]?" + DECIMAL.pattern());

    private Measured() {}

    static void requireDecimal(String field, String text) {
        if (!text.isEmpty() && !DECIMAL.matcher(text).matches()) {
            throw new ArchiveException.InvalidInput(field, "notDecimal");
        }
    }

    static void requireBounded(String field, String text) {
        if (!text.isEmpty() && !BOUNDED.matcher(text).matches()) {
            throw new ArchiveException.InvalidInput(field, "notDecimal");
        }
    }

    static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text.replaceFirst("^[<>]", "")));
    }

    static void requireLength(String field, Optional<Integer> millimetres) {
        if (millimetres.filter(length -> length < 0 || length > 3000).isPresent()) {
            throw new ArchiveException.InvalidInput(field, "outside");
        }
    }

    static void requireMinutes(String field, Optional<Integer> minutes) {
        if (minutes.filter(length -> length < 1 || length > 10_000).isPresent()) {
            throw new ArchiveException.InvalidInput(field, "outside");
        }
    }
}
