package org.cairn.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.dates.Calendars.Days;

/// How long: so many days, weeks, months or years.
///
/// @param least how many; nought where none is said
/// @param most the same, unless it is "two or three"
record Measure(Unit unit, int least, int most, boolean about, boolean maybe, boolean since, boolean until) {

    private static final Set<Kind> OR = Set.of(Kind.OR, Kind.TO, Kind.DASH, Kind.AND);
    private static final int MOST = 999;

    /// A measure of time, and what of the calendar is meant by so many of it.
    enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR;

        LocalDate from(LocalDate day, int by) {
            return switch (this) {
                case DAY -> day.plusDays(by);
                case WEEK -> day.plusWeeks(by);
                case MONTH -> day.plusMonths(by);
                case YEAR -> day.plusYears(by);
            };
        }

        /// The day, week, month or year in which a day lies.
        Days around(LocalDate day) {
            return switch (this) {
                case DAY -> new Days(day, day);
                case WEEK -> new Days(day.with(DayOfWeek.MONDAY), day.with(DayOfWeek.SUNDAY));
                case MONTH ->
                    new Days(day.withDayOfMonth(1), YearMonth.from(day).atEndOfMonth());
                case YEAR -> new Days(day.withDayOfYear(1), LocalDate.of(day.getYear(), 12, 31));
            };
        }
    }

    /// What nothing but a measure tells; nothing for any other words.
    static Optional<Measure> of(List<Token> words) {
        List<Token> rest = new ArrayList<>(words);
        boolean about = rest.removeIf(token -> token.is(Kind.ABOUT));
        boolean maybe = rest.removeIf(token -> token.is(Kind.MAYBE));
        boolean since = !rest.isEmpty() && rest.getFirst().is(Kind.SINCE);
        boolean until = !rest.isEmpty() && rest.getFirst().is(Kind.UNTIL);
        if (since || until) {
            rest.removeFirst();
        }
        // "the following week after", "the last week before"
        rest.removeIf(token -> token.is(Kind.NEXT) || token.is(Kind.LAST));
        List<Integer> numbers = new ArrayList<>();
        Optional<Unit> unit = Optional.empty();
        for (Token token : rest) {
            if (token.is(Kind.UNIT) || years(token)) {
                if (unit.isPresent() && !unit.equals(unit(token))) {
                    return Optional.empty();
                }
                unit = unit(token);
                if (token.number() > 0) {
                    numbers.add(token.number());
                } else if (numbers.isEmpty() && rest.stream().anyMatch(other -> OR.contains(other.kind()))) {
                    // "a day or two" where nobody says one
                    numbers.add(1);
                }
            } else if (token.is(Kind.NUMBER)
                    && (!token.indefinite() || rest.stream().noneMatch(Measure::counts))) {
                numbers.add(token.number());
            } else if (!token.is(Kind.NUMBER) && !OR.contains(token.kind())) {
                return Optional.empty();
            }
        }
        // "a year or two"
        boolean plain = rest.size() <= 5
                && numbers.size() <= 2
                && numbers.stream().allMatch(number -> number > 0 && number <= MOST)
                && (numbers.size() < 2 || numbers.get(0) < numbers.get(1));
        return unit.filter(any -> plain)
                .map(found -> new Measure(
                        found,
                        numbers.isEmpty() ? 0 : numbers.getFirst(),
                        numbers.isEmpty() ? 0 : numbers.getLast(),
                        about,
                        maybe,
                        since,
                        until));
    }

    private static boolean counts(Token token) {
        return token.is(Kind.NUMBER) && !token.indefinite() || token.is(Kind.UNIT) && token.number() > 0;
    }

    /// One of it, where nobody says how many.
    Measure atLeastOne() {
        return most > 0 ? this : new Measure(unit, 1, 1, about, maybe, since, until);
    }

    /// The day beside something.
    static Measure day() {
        return new Measure(Unit.DAY, 0, 0, false, false, false, false);
    }

    /// What lies right beside something, instead of so many away.
    Measure beside() {
        return new Measure(unit, 0, 0, about, maybe, since, until);
    }

    /// What may name years without counting any: the Chinese sign for them, and the word before "the nineties".
    static boolean years(Token token) {
        return token.is(Kind.YEARMARK) || token.is(Kind.DECADE) && token.name().equals("years");
    }

    static Optional<Unit> unit(Token token) {
        String name = years(token) ? "year" : token.name();
        return List.of(Unit.values()).stream()
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /// Whole years and whole months are written as such.
    static String edtf(Days days) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        boolean months = first.getDayOfMonth() == 1 && last.getDayOfMonth() == last.lengthOfMonth();
        boolean years = months && first.getMonthValue() == 1 && last.getMonthValue() == 12;
        int length = years ? 4 : months ? 7 : 10;
        String from = first.toString().substring(0, length);
        String to = last.toString().substring(0, length);
        return from.equals(to) ? from : from + "/" + to;
    }
}
