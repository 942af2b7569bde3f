package org.cairn.dates;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.DateCalendar;
import org.jspecify.annotations.Nullable;

/// Finds out what the words of one date, without any range, tell.
final class Telling {

    private static final Set<Kind> MEASURES =
            Set.of(Kind.CENTURY, Kind.DECADE, Kind.HALF, Kind.QUARTER, Kind.XUN, Kind.UNIT);
    private static final Set<Kind> EDGES = Set.of(Kind.BEFORE, Kind.AFTER, Kind.SINCE, Kind.UNTIL, Kind.UPTO);
    private static final String WEEK = "week";
    private static final String YEAR = "year";
    private static final String DAY = "day";

    private final List<Token> tokens;
    private final Told told = new Told();
    private boolean sound = true;

    private Telling(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// What is told; nothing where it contradicts itself.
    static Optional<Told> of(List<Token> tokens) {
        Telling telling = new Telling(tokens);
        telling.told.ago = tokens.stream().anyMatch(token -> token.is(Kind.AGO));
        int at = 0;
        while (at < tokens.size() && telling.sound) {
            at = telling.next(at);
        }
        telling.settle();
        return telling.sound ? Optional.of(telling.told) : Optional.empty();
    }

    private int next(int at) {
        Token token = tokens.get(at);
        if (token.is(Kind.NUMBER)) {
            return number(at);
        }
        if (MEASURES.contains(token.kind())) {
            return measure(at);
        }
        if (EDGES.contains(token.kind())) {
            told.edges.add(token.is(Kind.UPTO) ? Kind.BEFORE : token.kind());
            return at + 1;
        }
        switch (token.kind()) {
            case DATE -> date(token.numbers());
            case MONTH -> month(token);
            case SEASON -> told.season = once(told.season, token.number());
            case WEEKDAY -> told.weekday = once(told.weekday, token.number());
            case PART -> told.part = once(told.part, token.name());
            case CHU -> {
                return chu(at);
            }
            case STILL -> told.edges.add(Kind.SINCE);
            case ABOUT -> told.about = true;
            case MAYBE -> told.maybe = true;
            case AGO -> {}
            case MORE -> {
                if (told.ago) {
                    told.edges.add(Kind.UNTIL);
                }
            }
            case LAST -> told.direction = once(told.direction, -Math.max(token.number(), 1));
            case THIS -> told.direction = once(told.direction, 0);
            case NEXT -> told.direction = once(told.direction, 1);
            case REL -> relative(token);
            case ERA -> era(token.name());
            case LEAP -> {
                told.leap = true;
                era("chinese");
            }
            case SEXAGENARY -> told.sexagenary = once(told.sexagenary, token.number());
            case ANIMAL -> told.animal = once(told.animal, token.number());
            case FEAST -> told.feast = once(told.feast, token.name());
            case DASH -> approximate(at);
            case SLASH ->
                sound &= at > 0 && at + 1 < tokens.size() && tokens.get(at + 1).is(Kind.MONTH);
            case BETWEEN -> told.between = true;
            case PLURAL -> {
                return plural(at);
            }
            case YEARMARK, MONTHMARK, DAYMARK -> {}
            default -> sound = false;
        }
        return at + 1;
    }

    private <T> T once(@Nullable T known, T found) {
        sound &= known == null || known.equals(found);
        return found;
    }

    /// A tilde before or after a date; any other dash would be that of a range.
    private void approximate(int at) {
        boolean edge = at == 0 || at == tokens.size() - 1;
        sound &= edge && tokens.get(at).name().equals("~");
        told.about = true;
    }

    private void date(Token.Numbers date) {
        told.year = once(told.year, date.year());
        told.either |= date.either();
        if (date.month() > 0) {
            told.month = once(told.month, date.month());
        }
        if (date.day() > 0) {
            told.day = once(told.day, date.day());
        }
    }

    private void month(Token token) {
        told.month = once(told.month, token.number());
        told.monthNamed = true;
        calendar(token.name()).ifPresent(calendar -> told.monthOf = once(told.monthOf, calendar));
    }

    private void era(String name) {
        Optional<DateCalendar> calendar = calendar(name);
        if (calendar.isPresent()) {
            told.era = once(told.era, calendar.get());
        } else {
            told.gregorian = true;
        }
    }

    private static Optional<DateCalendar> calendar(String name) {
        return name.isEmpty() || name.equals("gregorian")
                ? Optional.empty()
                : Optional.of(DateCalendar.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private void relative(Token token) {
        if (token.name().equals(YEAR) || told.relativeUnit == null) {
            sound &= told.relativeUnit == null;
            told.relativeUnit = token.name();
            told.relative = token.number();
        } else {
            sound = false;
        }
    }

    private Kind kind(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).kind() : Kind.FILL;
    }

    private int number(int at) {
        Token number = tokens.get(at);
        Kind following = kind(at + 1);
        switch (following) {
            case CENTURY, DECADE, HALF, QUARTER, XUN -> {
                boolean counted = following != Kind.DECADE || !told.ago;
                boolean own = tokens.get(at + 1).number() == 0;
                if (counted && own && fits(following, number)) {
                    measured(following, number.number());
                    return at + 2;
                }
                if (following == Kind.DECADE && told.ago) {
                    quantity(number.number(), YEAR);
                    return at + 2;
                }
                told.loose.add(number);
                return at + 1;
            }
            case YEARMARK -> {
                year(number);
                return at + 2;
            }
            case MONTHMARK -> {
                told.month = once(told.month, number.number());
                told.monthMarked = true;
                return at + 2;
            }
            case DAYMARK -> {
                told.day = once(told.day, number.number());
                return at + 2;
            }
            case UNIT -> {
                return counted(at);
            }
            default -> {
                // "a" counts what follows, and says nothing before a weekday
                if (!number.indefinite()) {
                    told.loose.add(number);
                }
                return at + 1;
            }
        }
    }

    /// Whether a number can count what follows it: in "March 2014 first half" 2014 does not.
    private static boolean fits(Kind measure, Token number) {
        return switch (measure) {
            case CENTURY -> number.number() <= 31;
            case DECADE -> number.number() % 10 == 0;
            default -> number.number() <= 4;
        };
    }

    private void year(Token number) {
        if (told.ago && number.number() < 100) {
            quantity(number.number(), YEAR);
        } else if (number.digits() == 2) {
            told.year = once(told.year, Lexer.shortYear(Span.two(number.number())));
        } else {
            sound &= number.number() >= 100 || told.era == DateCalendar.MINGUO;
            told.year = once(told.year, number.number());
        }
    }

    /// Two years, the first week; the unit of `2014 года` says nothing more.
    private int counted(int at) {
        Token number = tokens.get(at);
        Token unit = tokens.get(at + 1);
        if (told.ago && number.number() < 1000 && unit.number() == 0) {
            quantity(number.number(), unit.name());
        } else if (unit.name().equals(WEEK) && number.number() <= 5) {
            told.week = once(told.week, number.number());
        } else if (unit.name().equals(YEAR) && number.number() >= 100) {
            told.year = once(told.year, number.number());
        } else if (unit.name().equals(YEAR) && number.digits() == 2 && told.hasMonth()) {
            told.year = once(told.year, Lexer.shortYear(Span.two(number.number())));
        } else {
            told.loose.add(number);
            return at + 1;
        }
        return at + 2;
    }

    private void quantity(int number, String unit) {
        told.quantity = once(told.quantity, number);
        told.unit = once(told.unit, unit);
    }

    /// A word that measures: with its number behind it, with one of its own, or with none.
    private int measure(int at) {
        Token measure = tokens.get(at);
        boolean numbered = kind(at + 1) == Kind.NUMBER;
        if (measure.is(Kind.UNIT)) {
            return unit(at);
        }
        if (measure.number() > 0 || measure.is(Kind.DECADE) && measure.name().equals("of")) {
            measured(measure.kind(), measure.number());
            return at + 1;
        }
        if (numbered && (measure.is(Kind.DECADE) || fits(measure.kind(), tokens.get(at + 1)))) {
            Token number = tokens.get(at + 1);
            sound &= fits(measure.kind(), number);
            measured(measure.kind(), number.number());
            return at + 2;
        }
        if (kind(at + 1) == Kind.DATE && tokens.get(at + 1).numbers().day() == 0 && !measure.is(Kind.DECADE)) {
            // Q3/2014 looks like March
            measured(measure.kind(), tokens.get(at + 1).numbers().month());
            told.year = once(told.year, tokens.get(at + 1).numbers().year());
            return at + 2;
        }
        if (measure.name().equals("years") && told.unit == null) {
            told.unit = YEAR;
        }
        // "decade of the 90s": the word for it says nothing beside the number
        sound &= measure.is(Kind.DECADE);
        return at + 1;
    }

    private int unit(int at) {
        Token unit = tokens.get(at);
        if (unit.number() > 0) {
            // the dual: two years in one word
            quantity(unit.number(), unit.name());
            return at + 1;
        }
        if (!told.ago
                && unit.name().equals(WEEK)
                && kind(at + 1) == Kind.NUMBER
                && tokens.get(at + 1).digits() == 0
                && tokens.get(at + 1).number() <= 5) {
            told.week = once(told.week, tokens.get(at + 1).number());
            return at + 2;
        }
        if (told.ago && told.quantity == null && kind(at + 1) == Kind.NUMBER) {
            // the unit first, as Russians say it of a number that is not exact
            quantity(tokens.get(at + 1).number(), unit.name());
            told.about = true;
            return at + 2;
        }
        if (told.ago && told.quantity == null && !told.loose.isEmpty()) {
            told.unit = unit.name();
        } else if (told.ago && told.quantity == null) {
            // "a year ago"
            quantity(1, unit.name());
        } else if (!unit.name().equals(DAY) && told.quantity == null) {
            told.unit = unit.name().equals(YEAR) && told.unit != null ? told.unit : unit.name();
        }
        return at + 1;
    }

    private void measured(Kind measure, int number) {
        switch (measure) {
            case CENTURY -> told.century = once(told.century, number);
            case DECADE -> told.decade = once(told.decade, number);
            case HALF -> told.half = once(told.half, number);
            case QUARTER -> told.quarter = once(told.quarter, number);
            default -> told.xun = once(told.xun, number);
        }
    }

    /// `los 90`: ten years, where the number is round.
    private int plural(int at) {
        boolean round = kind(at + 1) == Kind.NUMBER
                && tokens.get(at + 1).number() % 10 == 0
                && (tokens.get(at + 1).digits() != 4 || tokens.get(at + 1).number() >= 1000)
                && tokens.get(at + 1).number() > 0;
        if (round) {
            told.decade = once(told.decade, tokens.get(at + 1).number());
        }
        return round ? at + 2 : at + 1;
    }

    private int chu(int at) {
        if (kind(at + 1) == Kind.NUMBER && tokens.get(at + 1).number() <= 10) {
            told.day = once(told.day, tokens.get(at + 1).number());
            told.era = once(told.era, DateCalendar.CHINESE);
            return at + 2;
        }
        told.part = once(told.part, "early");
        return at + 1;
    }

    /// Numbers that were left over: the large one is the year, the small one the day.
    private void settle() {
        for (Token number : List.copyOf(told.loose)) {
            if (number.number() >= 100) {
                told.year = once(told.year, number.number());
                told.loose.remove(number);
            } else if (told.hasMonth() && told.month != null && told.day == null && number.number() <= 31) {
                told.day = number.number();
                told.loose.remove(number);
            }
        }
        boolean lastWeek = Objects.equals(told.unit, WEEK) && Objects.equals(told.direction, -1) && told.month != null;
        if (lastWeek) {
            told.week = 0;
            told.direction = null;
            told.unit = null;
        }
        sound &= told.decade == null || told.decade >= 0;
    }
}
