package org.cairn.domain;

import java.util.Optional;

/// How much of a date a question asks for, where its tool writes a whole day for every answer.
///
/// @param detail what is asked for
/// @param calendar the calendar it is asked in; none for the Gregorian one
public record DateAsked(Detail detail, Optional<DateCalendar> calendar) {

    /// How much.
    public enum Detail {
        /// The day.
        DAY,
        /// Month and year: the day that was written means nothing.
        MONTH,
        /// The year.
        YEAR,
        /// Nobody knows: the form is not there. A first day may stand for its month or its year.
        UNKNOWN
    }

    @Override
    public String toString() {
        return "DateAsked";
    }
}
