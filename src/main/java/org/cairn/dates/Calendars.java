package org.cairn.dates;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cairn.domain.DateCalendar;

/// Days of other calendars as Gregorian days and back, by ICU.
final class Calendars {

    private static final long DAY = 86_400_000L;

    /// The year that ICU counts Chinese years from is so many years before ours.
    private static final int CHINESE_EPOCH = 2637;

    private static final int BUDDHIST_EPOCH = 543;
    private static final int MINGUO_EPOCH = 1911;

    /// Never used themselves: making one takes far longer than copying it, and nobody waits while typing.
    private static final Map<String, Calendar> BLANK = new ConcurrentHashMap<>();

    private Calendars() {}

    /// A day as another calendar counts it.
    ///
    /// @param month from one; in Hebrew years from Tishri
    /// @param leap whether the month is a leap month of the Chinese year
    record Day(int year, int month, int day, boolean leap) {}

    /// The first and the last day of something.
    record Days(LocalDate first, LocalDate last) {

        Days and(Days other) {
            return new Days(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    /// The reckonings of a calendar: the Islamic one has two, which can differ by a day.
    static List<String> reckonings(DateCalendar calendar) {
        return switch (calendar) {
            case PERSIAN -> List.of("persian");
            case ISLAMIC -> List.of("islamic-umalqura", "islamic-civil");
            case ISLAMIC_UMALQURA -> List.of("islamic-umalqura");
            case ISLAMIC_CIVIL -> List.of("islamic-civil");
            case CHINESE -> List.of("chinese");
            case BUDDHIST -> List.of("buddhist");
            case MINGUO -> List.of("roc");
            case ETHIOPIC -> List.of("ethiopic");
            case HEBREW -> List.of("hebrew");
        };
    }

    /// How many years the Gregorian year is behind, where nothing else differs.
    static Optional<Integer> yearsBefore(DateCalendar calendar) {
        return switch (calendar) {
            case BUDDHIST -> Optional.of(BUDDHIST_EPOCH);
            case MINGUO -> Optional.of(-MINGUO_EPOCH);
            default -> Optional.empty();
        };
    }

    /// Whether months are twelve, so that a year can be parted by them.
    static boolean twelveMonths(DateCalendar calendar) {
        return calendar != DateCalendar.CHINESE && calendar != DateCalendar.HEBREW;
    }

    /// A Gregorian year in which one of a calendar's years can be said by its own number: later ones are Gregorian.
    static boolean ownYear(DateCalendar calendar, int year) {
        return switch (calendar) {
            case PERSIAN, ISLAMIC, ISLAMIC_UMALQURA, ISLAMIC_CIVIL -> year < 1700;
            case HEBREW -> year > 3500;
            case CHINESE -> false;
            case BUDDHIST, MINGUO, ETHIOPIC -> true;
        };
    }

    static Optional<Days> year(DateCalendar calendar, int year) {
        return months(calendar, year, 1, 0);
    }

    /// From the first day of one month to the last day of another.
    ///
    /// @param last nought where it is the year's last
    static Optional<Days> months(DateCalendar calendar, int year, int first, int last) {
        return each(calendar, name -> {
            Optional<LocalDate> begin = day(name, new Day(year, first, 1, false));
            Optional<LocalDate> after = last == 0
                    ? day(name, new Day(year + 1, 1, 1, false))
                    : day(name, new Day(year, last, 1, false))
                            .map(day -> endOfMonth(name, day).plusDays(1));
            return begin.flatMap(from -> after.map(to -> new Days(from, to.minusDays(1))));
        });
    }

    static Optional<Days> month(DateCalendar calendar, int year, int month, boolean leap) {
        return each(
                calendar,
                name -> day(name, new Day(year, month, 1, leap))
                        .map(begin -> new Days(begin, endOfMonth(name, begin))));
    }

    /// Some days of a month.
    ///
    /// @param last nought where it is the month's last
    static Optional<Days> days(DateCalendar calendar, Day first, int last) {
        return each(
                calendar,
                name -> day(name, first).map(begin -> {
                    LocalDate end = endOfMonth(name, begin);
                    LocalDate to = begin.plusDays((long) last - first.day());
                    return new Days(begin, last == 0 || to.isAfter(end) ? end : to);
                }));
    }

    /// A Gregorian day as a calendar's first reckoning counts it.
    static Day day(String reckoning, LocalDate day) {
        Calendar calendar = of(reckoning);
        calendar.setTimeInMillis(day.toEpochDay() * DAY);
        int year = reckoning.equals("chinese")
                ? calendar.get(Calendar.EXTENDED_YEAR) - CHINESE_EPOCH
                : calendar.get(Calendar.YEAR);
        return new Day(
                year,
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.DATE),
                reckoning.equals("chinese") && calendar.get(Calendar.IS_LEAP_MONTH) == 1);
    }

    /// The Gregorian day, unless the calendar has no such day.
    static Optional<LocalDate> day(String reckoning, Day day) {
        if (day.month() < 1 || day.day() < 1 || day.year() < 1) {
            return Optional.empty();
        }
        Calendar calendar = of(reckoning);
        boolean chinese = reckoning.equals("chinese");
        calendar.set(
                chinese ? Calendar.EXTENDED_YEAR : Calendar.YEAR, chinese ? day.year() + CHINESE_EPOCH : day.year());
        calendar.set(Calendar.MONTH, day.month() - 1);
        if (chinese) {
            calendar.set(Calendar.IS_LEAP_MONTH, day.leap() ? 1 : 0);
        }
        calendar.set(Calendar.DATE, day.day());
        LocalDate found = LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), DAY));
        return Optional.of(found).filter(again -> day(reckoning, again).equals(day));
    }

    static LocalDate endOfMonth(String reckoning, LocalDate within) {
        Calendar calendar = of(reckoning);
        calendar.setTimeInMillis(within.toEpochDay() * DAY);
        return within.plusDays((long) calendar.getActualMaximum(Calendar.DATE) - calendar.get(Calendar.DATE));
    }

    /// The span of what all reckonings of a calendar say.
    private static Optional<Days> each(DateCalendar calendar, Function<String, Optional<Days>> reckoned) {
        return reckonings(calendar).stream()
                .flatMap(name -> reckoned.apply(name).stream())
                .reduce(Days::and);
    }

    private static Calendar of(String reckoning) {
        Calendar blank = BLANK.computeIfAbsent(reckoning, name -> {
            Calendar made = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("@calendar=" + name));
            made.clear();
            return made;
        });
        return (Calendar) blank.clone();
    }
}
