package org.cairn.dates;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.FuzzyDate;

/// EDTF with other years, as calendars write it that differ from ours in nothing else.
final class Shifted {

    private static final Pattern YEAR = Pattern.compile("(?<![-\\d])\\d{4}");

    private Shifted() {}

    /// @return nothing for what has no whole year, as a decade
    static Optional<FuzzyDate> by(FuzzyDate date, int years) {
        if (date.edtf().contains("X")) {
            return Optional.empty();
        }
        Matcher year = YEAR.matcher(date.edtf());
        String moved = year.replaceAll(found -> {
            int other = Integer.parseInt(found.group()) + years;
            return other > 0 && other < 10_000 ? Span.year(other) : found.group();
        });
        // 29 February is one in a leap year of ours alone: the words are kept as they are there
        return FuzzyDate.ofEdtf(date.verbatim(), moved);
    }
}
