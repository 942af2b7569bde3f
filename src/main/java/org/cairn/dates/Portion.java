package org.cairn.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.dates.Calendars.Days;
import org.cairn.dates.Measure.Unit;
import org.cairn.domain.DateCalendar;

/// A part of something by counting: "the first five days of March 2014", "the first Monday of March 2014", "the last
/// three months" before the day of speaking.
final class Portion {

    private static final int SHORTEST_MONTH = 27;
    private static final int LONGEST_MONTH = 31;

    private final List<Token> tokens;
    private final Said said;
    private final Function<List<Token>, Optional<Span>> understood;

    private Portion(List<Token> tokens, Said said, Function<List<Token>, Optional<Span>> understood) {
        this.tokens = tokens;
        this.said = said;
        this.understood = understood;
    }

    /// @param understood what the words mean of which this is a part
    static Optional<Span> of(List<Token> tokens, Said said, Function<List<Token>, Optional<Span>> understood) {
        Portion portion = new Portion(tokens, said, understood);
        return portion.lately().or(portion::within).or(portion::weekday);
    }

    /// "In the last three months", "less than a year ago": until the day of speaking.
    private Optional<Span> lately() {
        List<Token> rest = new ArrayList<>(tokens);
        boolean less = rest.removeIf(token -> token.is(Kind.LESS));
        if (less) {
            rest.removeIf(token -> token.is(Kind.AGO));
        }
        boolean last = rest.removeIf(token -> token.is(Kind.LAST) && token.number() < 2);
        rest.removeIf(token -> token.is(Kind.THIS) || token.is(Kind.NUMBER) && token.indefinite());
        Optional<Measure> measure = less || last
                ? Measure.of(rest).filter(found -> less || found.most() > 1)
                : rest.size() == 1 ? named(rest.getFirst()) : Optional.empty();
        return measure.flatMap(found -> said.on()
                .map(on -> Span.of(new Days(found.unit().from(on, -Math.max(found.most(), 1)), on))
                        .marked(found.about(), found.maybe())));
    }

    /// "The last six months" without a year are no half of one.
    private static Optional<Measure> named(Token token) {
        boolean units = token.name().equals("months") || token.name().equals("days") || token.is(Kind.LASTS);
        if (token.number() == 0 || !units) {
            return Optional.empty();
        }
        return switch (token.kind()) {
            case QUARTER -> last(Unit.MONTH, 3);
            case HALF -> last(Unit.MONTH, 6);
            case XUN -> last(Unit.DAY, 10);
            case LASTS -> Measure.unit(token).flatMap(unit -> last(unit, token.number()));
            default -> Optional.empty();
        };
    }

    private static Optional<Measure> last(Unit unit, int count) {
        return Optional.of(new Measure(unit, count, count, false, false, false, false));
    }

    /// The first or last so many units of something.
    private Optional<Span> within() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.FIRSTS) || token.is(Kind.LASTS)) {
                boolean first = token.is(Kind.FIRSTS);
                return Measure.unit(token).flatMap(unit -> part(others(), unit, token.number(), first));
            }
            for (int length = 3; length <= 5 && i + length <= tokens.size(); length++) {
                Optional<Span> found = counted(i, length);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private List<Token> others() {
        List<Token> rest = new ArrayList<>(tokens);
        rest.removeIf(token -> token.is(Kind.FIRSTS) || token.is(Kind.LASTS));
        return rest;
    }

    private Optional<Span> counted(int at, int length) {
        List<Token> some = new ArrayList<>(tokens.subList(at, at + length));
        Token end = some.getLast();
        boolean unit = end.is(Kind.UNIT) || some.getFirst().is(Kind.UNIT) || end.is(Kind.YEARMARK);
        int first = indexOfFirst(some);
        int last = indexOfLast(some);
        if (!unit || first < 0 && last < 0) {
            return Optional.empty();
        }
        some.remove(first >= 0 ? first : last);
        List<Token> rest = new ArrayList<>(tokens.subList(0, at));
        rest.addAll(tokens.subList(at + length, tokens.size()));
        return Measure.of(some)
                .filter(measure -> measure.most() > 1 && !measure.since() && !measure.until())
                .flatMap(measure -> part(rest, measure.unit(), measure.most(), first >= 0));
    }

    /// "First" is one beside another number: in "the first two weeks" either end of both.
    private static int indexOfFirst(List<Token> some) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).is(Kind.NUMBER) && !some.get(i).indefinite()) {
                numbers.add(i);
            }
        }
        boolean two = numbers.size() > 1 && some.stream().noneMatch(token -> token.is(Kind.OR));
        if (two && one(some.get(numbers.getFirst()))) {
            return numbers.getFirst();
        }
        return two && one(some.get(numbers.getLast())) ? numbers.getLast() : -1;
    }

    private static boolean one(Token number) {
        return number.number() == 1 && number.digits() == 0;
    }

    private static int indexOfLast(List<Token> some) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).is(Kind.LAST)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Span> part(List<Token> rest, Unit unit, int count, boolean first) {
        return whole(rest).flatMap(span -> of(span, unit, count, first));
    }

    /// The first or last so many units of a span, where it has as many.
    static Optional<Span> of(Span span, Unit unit, int count, boolean first) {
        if (span.earliest().isEmpty() || span.latest().isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = span.earliest().get();
        LocalDate to = span.latest().get();
        Days days = first
                ? new Days(from, unit.from(from, count).minusDays(1))
                : new Days(unit.from(to.plusDays(1), -count), to);
        boolean inside = !days.first().isBefore(from) && !days.last().isAfter(to);
        boolean maybe = span.first().endsWith("?");
        return inside
                ? Optional.of(Span.of(Measure.edtf(days)).in(span.calendar()).marked(false, maybe))
                : Optional.empty();
    }

    private Optional<Span> whole(List<Token> rest) {
        return rest.isEmpty()
                ? Optional.empty()
                : understood
                        .apply(rest)
                        .filter(span ->
                                span.earliest().isPresent() && span.latest().isPresent());
    }

    /// The first, second… or last of a weekday in a month of any calendar.
    private Optional<Span> weekday() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token which = tokens.get(i);
            Token weekday = tokens.get(i + 1);
            boolean numbered = which.is(Kind.NUMBER) && which.number() >= 1 && which.number() <= 5;
            if (weekday.is(Kind.WEEKDAY) && (numbered && !which.indefinite() || isLast(which))) {
                List<Token> rest = new ArrayList<>(tokens);
                rest.subList(i, i + 2).clear();
                return whole(rest).filter(Portion::month).flatMap(month -> weekday(month, which, weekday.number()));
            }
        }
        return Optional.empty();
    }

    private static boolean isLast(Token which) {
        return which.is(Kind.LAST) || which.is(Kind.PART) && which.name().equals("late");
    }

    private static boolean month(Span span) {
        long days = ChronoUnit.DAYS.between(
                        span.earliest().orElseThrow(), span.latest().orElseThrow())
                + 1;
        return days >= SHORTEST_MONTH && days <= LONGEST_MONTH;
    }

    private static Optional<Span> weekday(Span month, Token which, int weekday) {
        DayOfWeek name = DayOfWeek.of(weekday);
        LocalDate first = month.earliest().orElseThrow();
        LocalDate last = month.latest().orElseThrow();
        LocalDate found = isLast(which)
                ? last.with(TemporalAdjusters.previousOrSame(name))
                : first.with(TemporalAdjusters.nextOrSame(name)).plusWeeks(which.number() - 1L);
        Optional<DateCalendar> calendar = month.calendar();
        // a day of the month that is this weekday was meant as such
        boolean date = which.digits() > 0 && first.plusDays(which.number() - 1L).getDayOfWeek() == name;
        return found.isAfter(last) || date
                ? Optional.empty()
                : Optional.of(Span.of(found.toString()).in(calendar));
    }
}
