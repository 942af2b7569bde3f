package org.cairn.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;
import org.cairn.dates.Calendars.Days;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;

/// What the parts of one date mean together.
final class Meaning {

    private static final String EARLY = "early";
    private static final String MID = "mid";
    private static final String WEEK = "week";
    private static final int WINTER = 24;
    private static final int CYCLE = 60;
    private static final int ANIMALS = 12;
    private static final int DAYS_OF_WEEK = 7;

    /// The year 4 began a cycle of sixty.
    private static final int FIRST_OF_CYCLE = 4;

    /// The cycle that runs now began in 1984.
    private static final int THIS_CYCLE = 1984;

    private final Told told;
    private final Said said;

    private Meaning(Told told, Said said) {
        this.told = told;
        this.said = said;
    }

    /// @return nothing where the parts do not make a date
    static Optional<Span> of(Told told, Said said) {
        return new Meaning(told, said).span().filter(Span::possible);
    }

    private Optional<Span> span() {
        if (told.relativeUnit != null || told.direction != null || told.ago) {
            return said.on().flatMap(this::relative);
        }
        if (!told.loose.isEmpty() || told.quantity != null) {
            return Optional.empty();
        }
        if (told.weekday != null && !told.hasYear() && !told.hasMonth() && told.day == null) {
            return said.on()
                    .map(on -> Span.of(
                            on.with(TemporalAdjusters.previous(weekday())).toString()));
        }
        return told.undated() ? said.on().flatMap(this::begun) : placed();
    }

    /// The last of what comes every year that has begun.
    private Optional<Span> begun(LocalDate on) {
        for (int year = on.getYear() + 1; year > on.getYear() - 3; year--) {
            Optional<Span> found = inYear(year);
            if (found.flatMap(Span::earliest).filter(day -> !day.isAfter(on)).isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private DayOfWeek weekday() {
        return DayOfWeek.of(Objects.requireNonNull(told.weekday));
    }

    /// With a year of whatever kind, and no word that counts from the day of speaking.
    private Optional<Span> placed() {
        Optional<DateCalendar> calendar = calendar();
        if (told.sexagenary != null || told.animal != null) {
            calendar = Optional.of(DateCalendar.CHINESE);
            Optional<Integer> year = cycled();
            if (year.isEmpty()) {
                return Optional.empty();
            }
            told.year = year.get();
        }
        if (foreignYear()) {
            return Optional.empty();
        }
        if (told.century != null && told.decade == null) {
            return told.year != null || told.hasMonth() && told.half == null ? Optional.empty() : century(told.century);
        }
        if (told.decade != null) {
            return told.year != null || told.hasMonth() && told.half == null ? Optional.empty() : decade();
        }
        if (told.year == null) {
            return Optional.empty();
        }
        if (told.feast != null) {
            return feast(told.feast, told.year, calendar);
        }
        return calendar.isEmpty() ? gregorian(told.year) : foreign(calendar.get(), told.year);
    }

    /// "May 1435 AH": a month of ours in a year that does not have it can be neither.
    private boolean foreignYear() {
        return told.monthNamed
                && told.monthOf == null
                && told.era != null
                && Calendars.yearsBefore(told.era).isEmpty();
    }

    private Optional<DateCalendar> calendar() {
        if (told.gregorian) {
            return Optional.ofNullable(told.monthOf);
        }
        boolean chosen = !told.monthNamed
                || said.calendar().flatMap(Calendars::yearsBefore).isPresent();
        return told.calendar()
                .or(() -> chosen ? said.calendar() : Optional.empty())
                .map(calendar -> said.calendar()
                        .filter(one ->
                                calendar == DateCalendar.ISLAMIC && one.name().startsWith(calendar.name()))
                        .orElse(calendar));
    }

    /// A year of the sixty or of the twelve animals, from the year beside it, the day of speaking, or this cycle.
    private Optional<Integer> cycled() {
        int length = told.sexagenary != null ? CYCLE : ANIMALS;
        int place = (told.sexagenary != null ? told.sexagenary : Objects.requireNonNull(told.animal)) - 1;
        if (told.year != null) {
            int stood = Math.floorMod(told.year - FIRST_OF_CYCLE, length);
            return Optional.of(told.year).filter(year -> stood == place);
        }
        if (said.on().isPresent()) {
            int now = Calendars.day("chinese", said.on().get()).year();
            return Optional.of(now - Math.floorMod(now - FIRST_OF_CYCLE - place, length));
        }
        return length == CYCLE ? Optional.of(THIS_CYCLE + place) : Optional.empty();
    }

    private Optional<Span> century(int number) {
        if (number < 1 || number > 21) {
            return Optional.empty();
        }
        int first = (number - 1) * 100;
        if (told.half != null) {
            return years(first + (told.half - 1) * 50, 50);
        }
        if (told.part != null) {
            return told.part.equals(EARLY)
                    ? years(first, 34)
                    : told.part.equals(MID) ? years(first + 34, 33) : years(first + 67, 33);
        }
        return Optional.of(Span.of(Span.two(number - 1) + "XX"));
    }

    /// Ten years: of the century named, or of the last of which it can be said.
    private Optional<Span> decade() {
        int number = Objects.requireNonNull(told.decade);
        int first = number >= 100
                ? number
                : told.century != null
                        ? (told.century - 1) * 100 + number
                        : number < 30 ? 2000 + number : 1900 + number;
        if (first % 10 != 0 || first > 9990) {
            return Optional.empty();
        }
        if (told.half != null) {
            return years(first + (told.half - 1) * 5, 5);
        }
        if (told.part != null) {
            return told.part.equals(EARLY)
                    ? years(first, 4)
                    : told.part.equals(MID) ? years(first + 4, 3) : years(first + 7, 3);
        }
        return Optional.of(Span.of(Span.year(first).substring(0, 3) + "X"));
    }

    private static Optional<Span> years(int first, int count) {
        return Optional.of(Span.of(Span.year(first) + "/" + Span.year(first + count - 1)));
    }

    private Optional<Span> feast(String name, int year, Optional<DateCalendar> calendar) {
        Optional<DateCalendar> own = Feasts.calendar(name);
        boolean counted = own.isPresent()
                && (calendar.isPresent() && calendar.equals(own) || calendar.isEmpty())
                && !told.gregorian
                && Calendars.ownYear(own.get(), year);
        Optional<Days> days = counted ? Feasts.inOwn(name, own.get(), year) : Feasts.in(name, year);
        return told.hasMonth() && told.month != null || told.day != null || told.part != null
                ? Optional.empty()
                : days.map(found -> WEEK.equals(told.unit) ? weeks(found) : found)
                        .map(found -> Span.of(found).in(own));
    }

    private static Days weeks(Days days) {
        return Measure.Unit.WEEK.around(days.first()).and(Measure.Unit.WEEK.around(days.last()));
    }

    private Optional<Span> gregorian(int year) {
        if (year < 1 || year > 9999) {
            return Optional.empty();
        }
        String written = Span.year(year);
        if (told.month != null) {
            return month(year, told.month);
        }
        if (told.withinMonth()) {
            return Optional.empty();
        }
        if (told.season != null) {
            return season(written + "-" + told.season);
        }
        if (told.quarter != null && told.part == null) {
            return Optional.of(months(year, told.quarter * 3 - 2, told.quarter * 3));
        }
        if (told.half != null && told.part == null) {
            return Optional.of(months(year, told.half * 6 - 5, told.half * 6));
        }
        if (told.quarter != null || told.half != null) {
            return Optional.empty();
        }
        return Optional.of(
                told.part == null
                        ? Span.of(written)
                        : told.part.equals(EARLY)
                                ? months(year, 1, 4)
                                : told.part.equals(MID) ? months(year, 5, 8) : months(year, 9, 12));
    }

    private static Span months(int year, int first, int last) {
        return Span.of(Span.year(year) + "-" + Span.two(first) + "/" + Span.year(year) + "-" + Span.two(last));
    }

    private Optional<Span> month(int year, int month) {
        if (month < 1 || month > 12 || told.season != null || told.quarter != null) {
            return Optional.empty();
        }
        String written = Span.year(year) + "-" + Span.two(month);
        if (told.day != null) {
            return told.part == null && told.half == null ? day(written, year, month, told.day) : Optional.empty();
        }
        int length = YearMonth.of(year, month).lengthOfMonth();
        int[] days = within(length);
        return Optional.of(
                days.length == 0
                        ? Span.of(written)
                        : Span.of(written + "-" + Span.two(days[0]) + "/" + written + "-" + Span.two(days[1])));
    }

    /// The days that a part of a month has, or none where it is the whole.
    private int[] within(int length) {
        if (told.week != null) {
            int first = told.week == 0 ? length - 6 : told.week * 7 - 6;
            return new int[] {first, Math.min(first + 6, length)};
        }
        if (told.half != null) {
            return told.half == 1 ? new int[] {1, 15} : new int[] {16, length};
        }
        int third = told.xun != null
                ? told.xun
                : told.part == null ? 0 : told.part.equals(EARLY) ? 1 : told.part.equals(MID) ? 2 : 3;
        // 23 is from the second third to the last
        int from = third > 3 ? third / 10 : third;
        int to = third % 10;
        return third == 0 ? new int[0] : new int[] {from * 10 - 9, to == 3 ? length : to * 10};
    }

    private Optional<Span> day(String yearAndMonth, int year, int month, int day) {
        if (told.either) {
            return either(year, month, day);
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        if (WEEK.equals(told.unit)) {
            LocalDate monday = LocalDate.of(year, month, day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return Optional.of(Span.of(new Days(monday, monday.plusDays(6))));
        }
        String written = yearAndMonth + "-" + Span.two(day);
        boolean doubted = told.weekday != null && LocalDate.of(year, month, day).getDayOfWeek() != weekday();
        return Optional.of(Span.of(written).marked(false, doubted));
    }

    /// Nobody knows which of two numbers is the month: from the earlier of both readings to the later.
    private static Optional<Span> either(int year, int month, int day) {
        LocalDate one = LocalDate.of(year, month, day);
        LocalDate other = LocalDate.of(year, day, month);
        return Optional.of(Span.of(one.isBefore(other) ? new Days(one, other) : new Days(other, one)));
    }

    /// A third of a season is its first month, its second, or what is left.
    private Optional<Span> season(String edtf) {
        if (told.part == null) {
            return Optional.of(Span.of(edtf));
        }
        FuzzyDate whole = FuzzyDate.ofEdtf("", edtf).orElseThrow();
        LocalDate first = whole.earliest().orElseThrow();
        LocalDate last = whole.latest().orElseThrow();
        return Optional.of(Span.of(
                told.part.equals(EARLY)
                        ? new Days(first, first.plusMonths(1).minusDays(1))
                        : told.part.equals(MID)
                                ? new Days(
                                        first.plusMonths(1), first.plusMonths(2).minusDays(1))
                                : new Days(first.plusMonths(2), last)));
    }

    private Optional<Span> foreign(DateCalendar calendar, int year) {
        Optional<Integer> before = Calendars.yearsBefore(calendar);
        if (before.isPresent()) {
            return gregorian(year - before.get()).map(span -> span.in(Optional.of(calendar)));
        }
        return new ForeignMeaning(told, calendar)
                .span(year)
                .map(days -> Span.of(days).in(Optional.of(calendar)));
    }

    private Optional<Span> relative(LocalDate on) {
        if (told.year != null || told.century != null || told.decade != null) {
            return Optional.empty();
        }
        if (told.ago && told.season != null) {
            boolean counted = told.loose.size() == 1 && told.loose.getFirst().number() < 100;
            return counted ? seasons(on, told.loose.getFirst().number()) : Optional.empty();
        }
        if (told.quantity != null && told.ago) {
            return told.hasMonth() || told.unit == null ? Optional.empty() : counted(on, told.unit, -told.quantity);
        }
        if (told.relativeUnit != null) {
            return told.direction == null ? counted(on, told.relativeUnit, told.relative) : Optional.empty();
        }
        if (told.direction == null) {
            return Optional.empty();
        }
        if (told.unit != null) {
            return counted(on, told.unit, told.direction);
        }
        return nearest(on, told.direction);
    }

    /// So many units from a day; a year can have a month beside it: "in March last year".
    private Optional<Span> counted(LocalDate on, String unit, int by) {
        if (Math.abs(by) > 999) {
            return Optional.empty();
        }
        switch (unit) {
            case "year" -> {
                Told plain = told;
                plain.year = (by == 0 ? thisYear(on) : on.getYear()) + by;
                plain.relativeUnit = null;
                plain.direction = null;
                plain.ago = false;
                plain.quantity = null;
                return plain.loose.isEmpty() ? placed() : Optional.empty();
            }
            case "month" -> {
                YearMonth month = YearMonth.from(on).plusMonths(by);
                if (told.month != null || told.season != null) {
                    return Optional.empty();
                }
                if (told.loose.size() == 1 && told.loose.getFirst().number() <= 31) {
                    told.day = told.loose.getFirst().number();
                }
                return month(month.getYear(), month.getMonthValue());
            }
            case WEEK -> {
                LocalDate monday = on.plusWeeks(by).with(DayOfWeek.MONDAY);
                if (told.loose.size() == 1
                        && told.loose.getFirst().number() >= 1
                        && told.loose.getFirst().number() <= DAYS_OF_WEEK) {
                    // 上周五
                    told.weekday = told.loose.getFirst().number();
                }
                if (told.hasMonth() || told.part != null && told.weekday != null) {
                    return Optional.empty();
                }
                return Optional.of(
                        told.weekday != null
                                ? Span.of(monday.with(weekday()).toString())
                                : Span.of(partOfWeek(monday)));
            }
            case "sunday" -> {
                return Optional.of(
                        Span.of(on.plusWeeks(by).with(DayOfWeek.SUNDAY).toString()));
            }
            case "day" -> {
                return told.hasMonth()
                        ? Optional.empty()
                        : Optional.of(Span.of(on.plusDays(by).toString()));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /// Seven days have no thirds: the fourth is of either.
    private Days partOfWeek(LocalDate monday) {
        return told.part == null
                ? new Days(monday, monday.plusDays(6))
                : told.part.equals(EARLY)
                        ? new Days(monday, monday.plusDays(2))
                        : told.part.equals(MID)
                                ? new Days(monday.plusDays(2), monday.plusDays(4))
                                : new Days(monday.plusDays(4), monday.plusDays(6));
    }

    /// So many summers ago.
    private Optional<Span> seasons(LocalDate on, int count) {
        told.loose.clear();
        return nearest(on, -1).flatMap(Span::earliest).flatMap(last -> inYear(last.getYear() - count + 1));
    }

    /// The last, this or the next of what comes again every year or week.
    private Optional<Span> nearest(LocalDate on, int direction) {
        if (told.weekday != null && !told.hasMonth()) {
            return Optional.of(Span.of((direction < 0
                            ? on.with(TemporalAdjusters.previous(weekday()))
                            : direction > 0
                                    ? on.with(TemporalAdjusters.next(weekday()))
                                    : on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                            .with(weekday()))
                    .toString()));
        }
        if (!told.hasMonth() || !told.loose.isEmpty()) {
            return Optional.empty();
        }
        if (direction == 0 && told.feast == null) {
            return inYear(thisYear(on));
        }
        int step = direction < 0 ? -1 : 1;
        for (int year = on.getYear() + (step < 0 ? 1 : -1), tries = 0; tries < 4; year += step, tries++) {
            Optional<Span> found = inYear(year);
            boolean past = found.flatMap(Span::latest).filter(on::isAfter).isPresent();
            boolean coming = found.flatMap(Span::earliest).filter(on::isBefore).isPresent();
            if (step < 0 ? past : coming) {
                return direction == -2 ? inYear(year - 1) : found;
            }
        }
        return Optional.empty();
    }

    /// This winter, said in January, began in December.
    private int thisYear(LocalDate on) {
        boolean within = Objects.equals(told.season, WINTER)
                && told.month == null
                && inYear(on.getYear() - 1)
                        .flatMap(Span::latest)
                        .filter(last -> !last.isBefore(on))
                        .isPresent();
        return within ? on.getYear() - 1 : on.getYear();
    }

    private Optional<Span> inYear(int year) {
        Optional<DateCalendar> calendar = calendar();
        if (told.feast != null) {
            return feast(told.feast, year, calendar);
        }
        return calendar.isEmpty() ? gregorian(year) : foreign(calendar.get(), year);
    }
}
