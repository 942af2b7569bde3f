package org.cairn.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Counts what people count loosely: "a couple of", "a few", "half a year", "a year and a half", "at this time of
/// year".
///
/// What Arabic and Chinese say as "before two years" is "two years ago" from here on.
final class Amounts {

    private static final Set<Kind> SHADES = Set.of(Kind.ABOUT, Kind.MAYBE, Kind.MORE, Kind.LESS);
    private static final String YEAR = "year";
    private static final String MONTH = "month";
    private static final int MONTHS_OF_YEAR = 12;
    private static final int HALF_YEAR = 6;
    private static final int COUNTED = 100;

    private final List<Token> tokens;

    private Amounts(List<Token> tokens) {
        this.tokens = tokens;
    }

    static List<Token> counted(List<Token> words, Said said) {
        Amounts amounts = new Amounts(new ArrayList<>(words));
        said.on().ifPresent(amounts::thisTime);
        amounts.halves();
        amounts.severals();
        amounts.ends();
        amounts.more();
        amounts.backwards();
        return amounts.tokens;
    }

    private void thisTime(LocalDate on) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(Kind.THISTIME)) {
                replace(i, 1, Token.of(Kind.ABOUT), Token.of(Kind.MONTH, on.getMonthValue(), ""));
            }
        }
    }

    private void halves() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(Kind.PLUSHALF)) {
                andHalf(i);
            } else if (tokens.get(i).is(Kind.HALF) && tokens.get(i).number() == 0 && alone(i)) {
                replace(i, 1, Token.of(Kind.UNIT, HALF_YEAR, MONTH));
            }
        }
    }

    /// Half a year, where it is no half of a year that is named.
    private boolean alone(int at) {
        boolean numbered = is(at - 1, Kind.NUMBER) || is(at + 1, Kind.NUMBER);
        int prior = is(at - 1, Kind.ABOUT) ? at - 2 : at - 1;
        boolean before = is(prior, Kind.BEFORE) || is(prior, Kind.AGO) || is(prior, Kind.SINCE);
        return !numbered && (before || is(at + 1, Kind.BEFORE) || is(at + 1, Kind.AGO));
    }

    /// "Two and a half years", or "two years and a half".
    private void andHalf(int at) {
        boolean between = is(at - 1, Kind.NUMBER) && unit(at + 1).isPresent();
        Optional<String> unit = unit(between ? at + 1 : at - 1);
        if (unit.isEmpty()) {
            return;
        }
        Token counted = tokens.get(at - 1);
        boolean numbered = !between && is(at - 2, Kind.NUMBER) && counted.number() == 0;
        int whole = between || counted.number() > 0
                ? counted.number()
                : numbered ? tokens.get(at - 2).number() : 1;
        int first = between || !numbered ? at - 1 : at - 2;
        int length = (between ? at + 1 : at) - first + 1;
        if (unit.get().equals(YEAR) && whole < COUNTED) {
            replace(first, length, Token.number(whole * MONTHS_OF_YEAR + HALF_YEAR, 0), Token.of(Kind.UNIT, 0, MONTH));
        } else if (unit.get().equals(MONTH)) {
            // between one month and two: a day would say too much
            replace(
                    first,
                    length,
                    Token.number(whole, 0),
                    Token.of(Kind.TO),
                    Token.number(whole + 1, 0),
                    Token.of(Kind.UNIT, 0, MONTH));
        }
    }

    private Optional<String> unit(int at) {
        return is(at, Kind.UNIT)
                ? Optional.of(tokens.get(at).name())
                : is(at, Kind.YEARMARK) || is(at, Kind.DECADE) && Measure.years(tokens.get(at))
                        ? Optional.of(YEAR)
                        : is(at, Kind.MONTHMARK) && is(at - 1, Kind.PLUSHALF) ? Optional.of(MONTH) : Optional.empty();
    }

    private void severals() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (!tokens.get(i).is(Kind.SEVERAL)) {
                continue;
            }
            int least = tokens.get(i).number() / 10;
            int most = tokens.get(i).number() % 10;
            Token about = Token.of(Kind.ABOUT);
            if (is(i + 1, Kind.NUMBER)) {
                replace(i, 1, about);
            } else if (least == most) {
                replace(i, 1, about, Token.number(least, 0));
            } else {
                replace(i, 1, about, Token.number(least, 0), Token.of(Kind.TO), about, Token.number(most, 0));
            }
        }
    }

    /// "The first weeks" beside a number are as many as it says.
    private void ends() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            boolean first = is(i, Kind.FIRSTS);
            if ((first || is(i, Kind.LASTS)) && (counts(i - 1) || counts(i + 1))) {
                Token unit = Token.of(Kind.UNIT, 0, tokens.get(i).name());
                replace(i, 1, first ? Token.number(1, 0) : Token.of(Kind.LAST), unit);
            }
        }
    }

    /// Chinese says "ten and more years".
    private void more() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.MORE)
                    && is(i - 1, Kind.NUMBER)
                    && unit(i + 1).isPresent()) {
                tokens.addFirst(tokens.remove(i));
            }
        }
    }

    /// "Before two years", as Arabic and Chinese say "two years ago".
    private void backwards() {
        if (!countsBackwards()) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.BEFORE) || token.name().equals("ago")) {
                tokens.set(i, Token.of(Kind.AGO));
            } else if (token.is(Kind.SINCE) && tokens.stream().noneMatch(other -> other.is(Kind.AGO))) {
                tokens.add(i + 1, Token.of(Kind.AGO));
            }
        }
    }

    private boolean countsBackwards() {
        boolean before = tokens.stream().anyMatch(token -> token.is(Kind.BEFORE) || token.is(Kind.SINCE));
        boolean counted = false;
        long said =
                tokens.stream().filter(token -> !SHADES.contains(token.kind())).count();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            counted |= token.is(Kind.UNIT) && (token.number() > 0 || said == 2);
            counted |= i > 0
                    && unit(i).isPresent()
                    && tokens.get(i - 1).is(Kind.NUMBER)
                    && tokens.get(i - 1).number() < COUNTED
                    && tokens.get(i - 1).number() > 0;
        }
        return before && counted && tokens.stream().noneMatch(Amounts::dates);
    }

    /// Whether it says from what to count.
    private static boolean dates(Token token) {
        return token.isYear()
                || switch (token.kind()) {
                    case MONTH, DATE, SEASON, REL, MONTHMARK, LAST, FEAST -> true;
                    default -> false;
                };
    }

    private boolean counts(int at) {
        return is(at, Kind.NUMBER) && !tokens.get(at).isYear();
    }

    private boolean is(int at, Kind kind) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(kind);
    }

    private void replace(int from, int length, Token... with) {
        tokens.subList(from, from + length).clear();
        tokens.addAll(from, List.of(with));
    }
}
