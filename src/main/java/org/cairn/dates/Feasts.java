package org.cairn.dates;

import com.ibm.icu.util.EasterHoliday;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.dates.Calendars.Day;
import org.cairn.dates.Calendars.Days;
import org.cairn.domain.DateCalendar;

/// The days of feasts, from `dates/feasts.properties`: calendar, month, day, and how many days it lasts or from Easter.
final class Feasts {

    private static final Map<String, String> RULES = Vocabulary.read("feasts");
    private static final String BLANK = " ";

    private Feasts() {}

    /// The calendar by which a feast is fixed, where it is not ours.
    static Optional<DateCalendar> calendar(String feast) {
        String name = rule(feast)[0];
        return Stream.of(DateCalendar.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /// The days of a feast in a Gregorian year; a feast of another calendar can fall in it twice.
    static Optional<Days> in(String feast, int year) {
        return all(feast, year).reduce(Days::and);
    }

    /// The days of a feast in a year of its own calendar.
    static Optional<Days> inOwn(String feast, DateCalendar calendar, int year) {
        String[] rule = rule(feast);
        return Calendars.days(calendar, new Day(year, number(rule, 1), number(rule, 2), false), end(rule))
                .map(days -> shifted(days, rule));
    }

    /// The last time it was, before a day.
    static Optional<Days> before(String feast, LocalDate day) {
        return Stream.of(1, 0)
                .flatMap(back -> all(feast, day.getYear() - back))
                .filter(days -> days.last().isBefore(day))
                .reduce((a, b) -> b);
    }

    private static Stream<Days> all(String feast, int year) {
        String[] rule = rule(feast);
        if (rule[0].equals("gregorian")) {
            LocalDate first = LocalDate.of(year, number(rule, 1), number(rule, 2));
            return Stream.of(new Days(first, first.plusDays(number(rule, 3) - 1L)));
        }
        Optional<DateCalendar> calendar = calendar(feast);
        if (calendar.isEmpty()) {
            return Stream.of(easter(rule, year));
        }
        int about = Calendars.day(Calendars.reckonings(calendar.get()).getFirst(), LocalDate.of(year, 6, 30))
                .year();
        return IntStream.rangeClosed(about - 1, about + 1)
                .boxed()
                .flatMap(own -> inOwn(feast, calendar.get(), own).stream())
                .filter(days -> days.first().getYear() == year);
    }

    /// Easter of the west, of the east, or of both; then from which day to which after it.
    private static Days easter(String[] rule, int year) {
        List<Boolean> reckonings = switch (rule[0]) {
            case "easter" -> List.of(false);
            case "easter-orthodox" -> List.of(true);
            default -> List.of(false, true);
        };
        return reckonings.stream()
                .map(orthodox -> new EasterHoliday(0, orthodox, "").firstBetween(at(year, 1), at(year + 1, 1)))
                .map(found -> LocalDate.ofInstant(found.toInstant(), java.time.ZoneId.systemDefault()))
                .map(sunday -> new Days(sunday.plusDays(number(rule, 1)), sunday.plusDays(number(rule, 2))))
                .reduce(Days::and)
                .orElseThrow();
    }

    private static Date at(int year, int month) {
        return Date.from(
                LocalDate.of(year, month, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static int end(String[] rule) {
        return number(rule, 2) + number(rule, 3) - 1;
    }

    /// The eve of a feast is the day before it, whatever its own date is.
    private static Days shifted(Days days, String[] rule) {
        int by = rule.length > 4 ? number(rule, 4) : 0;
        return new Days(days.first().plusDays(by), days.last().plusDays(by));
    }

    private static int number(String[] rule, int at) {
        return Integer.parseInt(rule[at]);
    }

    private static String[] rule(String feast) {
        return Optional.ofNullable(RULES.get(feast))
                .orElseThrow(() -> new IllegalStateException("no rule for the feast " + feast))
                .split(BLANK);
    }
}
