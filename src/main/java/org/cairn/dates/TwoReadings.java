package org.cairn.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.FuzzyDate;

/// A date in numbers of which nobody knows which is the month: 3/5/2014.
record TwoReadings(LocalDate first, LocalDate last) {

    private static final Pattern NUMBERS =
            Pattern.compile("\\D*(\\d{1,2})\\s?[-/]\\s?(\\d{1,2})\\s?[-/]\\s?(\\d{4}|\\d{2})\\D*");

    /// Both readings, where the date was understood as lying between them.
    static Optional<TwoReadings> of(FuzzyDate date) {
        Matcher numbers = NUMBERS.matcher(Plain.of(date.verbatim()));
        if (!numbers.matches() || date.earliest().isEmpty() || date.latest().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = date.earliest().get();
        int one = Integer.parseInt(numbers.group(1));
        int other = Integer.parseInt(numbers.group(2));
        boolean read = first.getDayOfMonth() == one && first.getMonthValue() == other
                || first.getDayOfMonth() == other && first.getMonthValue() == one;
        try {
            return Optional.of(LocalDate.of(first.getYear(), first.getDayOfMonth(), first.getMonthValue()))
                    .filter(last ->
                            read && last.isAfter(first) && date.latest().get().equals(last))
                    .map(last -> new TwoReadings(first, last));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
