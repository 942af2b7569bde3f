package org.cairn.dates;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.domain.DateCalendar;

/// A date as it was said, and what is known of how.
///
/// @param words the words used
/// @param language in which they are tried first, by its primary code; the others are tried after it
/// @param on the day of speaking, from which "last spring" is reckoned; without it that is not understood
/// @param calendar the one chosen, where the words do not name another
public record Said(String words, String language, Optional<LocalDate> on, Optional<DateCalendar> calendar) {

    /// Words of which no more is known.
    public static Said in(String language, String words) {
        return new Said(words, language, Optional.empty(), Optional.empty());
    }

    /// The same words, spoken on a day.
    public Said on(Optional<LocalDate> day) {
        return new Said(words, language, day, calendar);
    }

    /// The same words, meant in a calendar.
    public Said meant(Optional<DateCalendar> chosen) {
        return new Said(words, language, on, chosen);
    }

    @Override
    public String toString() {
        return "Said";
    }
}
