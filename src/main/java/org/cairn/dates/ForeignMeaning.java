package org.cairn.dates;

import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.dates.Calendars.Day;
import org.cairn.dates.Calendars.Days;
import org.cairn.domain.DateCalendar;

/// What the parts of a date mean in a calendar whose days are not ours.
final class ForeignMeaning {

    private static final int MONTHS_OF_THIRD = 4;

    private final Told told;
    private final DateCalendar calendar;

    ForeignMeaning(Told told, DateCalendar calendar) {
        this.told = told;
        this.calendar = calendar;
    }

    /// @param year one of the calendar's own, or of ours where it can be none of its own
    Optional<Days> span(int year) {
        if (told.quarter != null && told.month != null) {
            return Optional.empty();
        }
        if (calendar == DateCalendar.CHINESE || Calendars.ownYear(calendar, year)) {
            return own(year);
        }
        return told.month == null ? Optional.empty() : within(year);
    }

    /// Ramadan of our year 2014: each that begins in it, or one that at least touches it.
    private Optional<Days> within(int year) {
        String reckoning = Calendars.reckonings(calendar).getFirst();
        int about =
                Calendars.day(reckoning, java.time.LocalDate.of(year, 6, 30)).year();
        Optional<Days> begun =
                around(about).filter(days -> days.first().getYear() == year).reduce(Days::and);
        return begun.or(() ->
                around(about).filter(days -> days.last().getYear() == year).reduce(Days::and));
    }

    private java.util.stream.Stream<Days> around(int year) {
        return IntStream.rangeClosed(year - 1, year + 1).boxed().flatMap(one -> own(one).stream());
    }

    private Optional<Days> own(int year) {
        if (told.month != null) {
            return month(year, told.month);
        }
        if (told.withinMonth()) {
            return Optional.empty();
        }
        if (told.season != null) {
            // Persian years begin with spring
            return calendar == DateCalendar.PERSIAN && told.part == null
                    ? months(year, (told.season - 21) * 3, 3)
                    : Optional.empty();
        }
        if (told.quarter != null) {
            return parted(year, (told.quarter - 1) * 3, 3);
        }
        if (told.half != null) {
            return parted(year, (told.half - 1) * 6, 6);
        }
        if (told.part != null) {
            return parted(
                    year,
                    switch (told.part) {
                        case "early" -> 0;
                        case "mid" -> MONTHS_OF_THIRD;
                        default -> 2 * MONTHS_OF_THIRD;
                    },
                    MONTHS_OF_THIRD);
        }
        return Calendars.year(calendar, year);
    }

    private Optional<Days> parted(int year, int before, int count) {
        return Calendars.twelveMonths(calendar) ? months(year, before, count) : Optional.empty();
    }

    private Optional<Days> months(int year, int before, int count) {
        int last = before + count;
        return Calendars.months(calendar, year, before + 1, last == 12 ? 0 : last);
    }

    private Optional<Days> month(int year, int month) {
        if (told.day != null) {
            return told.part == null ? day(year, month, told.day) : Optional.empty();
        }
        if (told.week != null) {
            int first = told.week * 7 - 6;
            return told.week == 0 ? Optional.empty() : days(year, month, first, first + 6);
        }
        if (told.half != null) {
            return told.half == 1 ? days(year, month, 1, 15) : days(year, month, 16, 0);
        }
        int third = told.xun != null
                ? told.xun
                : told.part == null
                        ? 0
                        : switch (told.part) {
                            case "early" -> 1;
                            case "mid" -> 2;
                            default -> 3;
                        };
        return third == 0
                ? Calendars.month(calendar, year, month, told.leap)
                : days(year, month, (third > 3 ? third / 10 : third) * 10 - 9, third % 10 == 3 ? 0 : third % 10 * 10);
    }

    private Optional<Days> day(int year, int month, int day) {
        Optional<Days> read = days(year, month, day, day);
        return told.either
                ? read.flatMap(one -> days(year, day, month, month).map(one::and))
                        .or(() -> read)
                : read;
    }

    private Optional<Days> days(int year, int month, int first, int last) {
        return Calendars.days(calendar, new Day(year, month, first, told.leap), last);
    }
}
