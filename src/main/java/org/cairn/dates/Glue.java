package org.cairn.dates;

import java.util.ArrayList;
import java.util.List;

/// Tells the hyphen within a date from the dash of a range, and takes out what says nothing.
final class Glue {

    private static final int LAST_DAY = 31;

    private Glue() {}

    static List<Token> loosened(List<Token> words) {
        List<Token> some = new ArrayList<>(words);
        shortYears(some);
        for (int i = some.size() - 1; i >= 0; i--) {
            if (some.get(i).is(Kind.DASH) && some.get(i).name().isEmpty() && glues(some, i)
                    || some.get(i).is(Kind.SLASH) && quarter(some, i)) {
                some.remove(i);
            }
        }
        ordinals(some);
        some.removeIf(token -> token.is(Kind.FILL) || token.is(Kind.ORD));
        beginning(some);
        return some;
    }

    /// 3rd and 第3 say which, 3 alone says how many.
    private static void ordinals(List<Token> some) {
        for (int i = 0; i < some.size(); i++) {
            boolean after = i + 1 < some.size() && some.get(i + 1).is(Kind.ORD);
            boolean before = i > 0 && some.get(i - 1).is(Kind.ORD);
            if (some.get(i).is(Kind.NUMBER) && some.get(i).digits() > 0 && (after || before)) {
                some.set(i, some.get(i).named(Token.ORDINAL));
            }
        }
    }

    /// "From" at the beginning is "of" anywhere else; "to" at the beginning is "at".
    private static void beginning(List<Token> some) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).is(Kind.OF)) {
                boolean first =
                        some.subList(0, i).stream().allMatch(token -> token.is(Kind.ABOUT) || token.is(Kind.MAYBE));
                // French "des" is "from" only with its accent, and of years it is "of the"
                boolean ofYears = i + 1 < some.size() && some.get(i + 1).is(Kind.DECADE);
                some.set(i, Token.of(first && !ofYears ? Kind.SINCE : Kind.FILL));
            }
        }
        some.removeIf(token -> token.is(Kind.FILL));
        while (!some.isEmpty() && some.getFirst().is(Kind.TO)) {
            some.removeFirst();
        }
    }

    private static boolean glues(List<Token> some, int at) {
        if (at == 0 || at + 1 == some.size()) {
            return true;
        }
        Token before = some.get(at - 1);
        Token after = some.get(at + 1);
        if (after.is(Kind.ORD) || after.is(Kind.FILL) || before.is(Kind.FILL)) {
            return before.is(Kind.NUMBER) || after.is(Kind.ORD) || before.is(Kind.FILL) && at == 1;
        }
        return switch (before.kind()) {
            case PART, ABOUT -> !after.is(Kind.PART);
            case NUMBER -> afterNumber(some, at, before, after);
            case MONTH, SEASON -> after.isYear();
            default -> false;
        };
    }

    /// The 98th year is 1998.
    private static void shortYears(List<Token> some) {
        for (int i = 0; i + 2 < some.size(); i++) {
            int next = some.get(i + 1).is(Kind.DASH) ? i + 2 : i + 1;
            boolean ordinal = next + 1 < some.size()
                    && some.get(next).is(Kind.ORD)
                    && some.get(next + 1).is(Kind.UNIT)
                    && some.get(next + 1).name().equals("year");
            if (ordinal && some.get(i).is(Kind.NUMBER) && some.get(i).digits() == 2) {
                some.set(i, Token.number(Lexer.shortYear(Span.two(some.get(i).number())), 4));
            }
        }
    }

    /// Q3/2014
    private static boolean quarter(List<Token> some, int at) {
        return at > 1
                && at + 1 < some.size()
                && some.get(at - 2).is(Kind.QUARTER)
                && some.get(at + 1).isYear();
    }

    private static boolean afterNumber(List<Token> some, int at, Token before, Token after) {
        return quarter(some, at)
                || after.is(Kind.DECADE)
                || after.is(Kind.YEARMARK)
                || after.is(Kind.UNIT)
                || after.is(Kind.MONTH) && before.number() <= LAST_DAY && before.digits() > 0;
    }
}
