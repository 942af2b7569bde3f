package org.cairn.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.DateCalendar;

/// The grammar of dates, the same for all languages: one date, or a range from one to another.
final class Phrase {

    private static final Set<Kind> CONNECTORS =
            Set.of(Kind.TO, Kind.AND, Kind.OR, Kind.DASH, Kind.SLASH, Kind.UNTIL, Kind.UPTO);
    private static final Set<Kind> SHADES = Set.of(Kind.ABOUT, Kind.MAYBE);
    private static final int WINTER = 24;

    private final List<Token> tokens;
    private final Said said;
    private boolean about;
    private boolean maybe;

    private Phrase(List<Token> tokens, Said said) {
        this.tokens = tokens;
        this.said = said;
    }

    static Optional<Span> meaning(List<Token> words, Said said) {
        return of(Lasting.without(Amounts.counted(Glue.loosened(words), said)), said);
    }

    private static Optional<Span> of(List<Token> tokens, Said said) {
        return tokens.isEmpty()
                ? Optional.empty()
                : Distance.of(tokens, some -> of(some, said))
                        .or(() -> Portion.of(tokens, said, some -> of(some, said)))
                        .or(() -> new Phrase(new ArrayList<>(tokens), said).read())
                        .filter(Span::possible);
    }

    private Optional<Span> read() {
        shades();
        winter();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 1; i < tokens.size(); i++) {
            if (CONNECTORS.contains(tokens.get(i).kind()) && (!tokens.get(i).is(Kind.SLASH) || slashed(i))) {
                Optional<Span> range = range(i);
                if (range.isPresent()) {
                    return range.map(span -> span.marked(about, maybe));
                }
            }
        }
        return Telling.of(tokens)
                .filter(told -> !told.between && !told.isEmpty())
                .flatMap(this::single);
    }

    /// What is said before "from" or "between" is meant of both ends.
    private void shades() {
        int first = 0;
        while (first < tokens.size() && SHADES.contains(tokens.get(first).kind())) {
            first++;
        }
        boolean both = first > 0
                && first < tokens.size()
                && (tokens.get(first).is(Kind.BETWEEN) || tokens.get(first).is(Kind.SINCE))
                && tokens.stream().skip(first + 1L).anyMatch(token -> CONNECTORS.contains(token.kind()));
        for (; both && first > 0; first--) {
            Token shade = tokens.removeFirst();
            about |= shade.is(Kind.ABOUT);
            maybe |= shade.is(Kind.MAYBE);
        }
    }

    /// The winter 2013/14 is that which began in 2013.
    private void winter() {
        boolean winter = tokens.stream().anyMatch(token -> token.is(Kind.SEASON) && token.number() == WINTER);
        for (int i = 1; winter && i + 1 < tokens.size(); i++) {
            Token from = tokens.get(i > 1 && tokens.get(i - 1).is(Kind.YEARMARK) ? i - 2 : i - 1);
            int next = tokens.get(i + 1).number();
            if (CONNECTORS.contains(tokens.get(i).kind())
                    && from.isYear()
                    && tokens.get(i + 1).is(Kind.NUMBER)
                    && (next == from.number() + 1 || (next < 100 && next == (from.number() + 1) % 100))) {
                tokens.remove(i + 1);
                tokens.remove(i);
            }
        }
    }

    /// Two years, two days of a month, or two months, which are not one month with two names.
    private boolean slashed(int at) {
        if (at + 1 >= tokens.size()) {
            return false;
        }
        Token before = tokens.get(at - 1);
        Token after = tokens.get(at + 1);
        boolean years = before.isYear() && after.is(Kind.NUMBER) && after.digits() != 1;
        boolean days = before.is(Kind.NUMBER) && !before.isYear() && after.is(Kind.NUMBER) && !after.isYear();
        boolean months = before.is(Kind.MONTH) && after.is(Kind.MONTH) && before.number() != after.number();
        boolean parts = before.is(Kind.MONTH) && after.is(Kind.PART);
        return years || days || months || parts;
    }

    private Optional<Span> single(Told told) {
        // the year is not said: since spring is since the last one, but March is perhaps the last one
        boolean undated = told.undated() && !told.edges.contains(Kind.SINCE);
        Optional<Span> meant = Meaning.of(told, said).map(span -> span.marked(told.about, told.maybe || undated));
        // "before and in March"
        if (told.edges.contains(Kind.UNTIL)) {
            told.edges.remove(Kind.BEFORE);
        }
        if (told.edges.contains(Kind.SINCE)) {
            told.edges.remove(Kind.AFTER);
        }
        if (told.edges.size() > 1) {
            return Optional.empty();
        }
        return meant.map(span -> edged(span, told)).filter(Span::possible);
    }

    /// Before the end of a year is until its end, not until its last third.
    private static Span edged(Span span, Told told) {
        if (told.edges.isEmpty()) {
            return span;
        }
        return switch (told.edges.iterator().next()) {
            case BEFORE -> span.before("late".equals(told.part));
            case UNTIL -> span.before(true);
            case AFTER -> span.after("early".equals(told.part));
            default -> span.after(true);
        };
    }

    private Optional<Span> range(int at) {
        List<Token> left = new ArrayList<>(tokens.subList(0, at));
        int next = at + 1;
        while (next < tokens.size() && CONNECTORS.contains(tokens.get(next).kind())) {
            next++;
        }
        List<Token> right = completed(left, tokens.get(at), new ArrayList<>(tokens.subList(next, tokens.size())));
        lendAgo(left, right);
        lendAgo(right, left);
        Optional<Told> first = Telling.of(left).filter(told -> !told.isEmpty());
        Optional<Told> last = Telling.of(right).filter(told -> !told.isEmpty());
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return joined(first.get(), last.get(), tokens.get(at).kind());
    }

    /// "Hace dos o tres semanas": the word for the past is said once.
    private static void lendAgo(List<Token> side, List<Token> other) {
        boolean counts = side.stream().anyMatch(token -> token.is(Kind.UNIT));
        boolean ago = other.stream().anyMatch(token -> token.is(Kind.AGO));
        if (counts && ago && side.stream().noneMatch(token -> token.is(Kind.AGO))) {
            side.add(Token.of(Kind.AGO));
        }
    }

    /// 2013–14: the second year has the century of the first.
    private static List<Token> completed(List<Token> left, Token connector, List<Token> right) {
        boolean bare = (connector.is(Kind.DASH) || connector.is(Kind.SLASH))
                && left.getLast().isYear()
                && left.getLast().number() >= 1000
                && right.size() == 1
                && right.getFirst().is(Kind.NUMBER)
                && right.getFirst().digits() == 2;
        if (bare) {
            int year = left.getLast().number() / 100 * 100 + right.getFirst().number();
            right.set(0, Token.number(year, 4));
        }
        return right;
    }

    private Optional<Span> joined(Told first, Told last, Kind connector) {
        first.between = false;
        last.between = false;
        if (first.undated() && last.undated()) {
            Meaning.of(last, said).flatMap(Span::earliest).ifPresent(day -> last.year = day.getYear());
            first.maybe = true;
            last.maybe = true;
        }
        boolean lentYear = !last.hasYear();
        boolean borrowedYear = !first.hasYear();
        first.borrow(last);
        last.borrow(first);
        first.borrow(last);
        settleDay(first);
        settleDay(last);
        Optional<Kind> from = edge(first);
        Optional<Kind> to = edge(last);
        boolean wrong = from.filter(edge -> edge == Kind.BEFORE || edge == Kind.UNTIL)
                        .isPresent()
                || to.filter(edge -> edge == Kind.AFTER || edge == Kind.SINCE).isPresent()
                || first.edges.size() > 1
                || last.edges.size() > 1;
        if (wrong) {
            return Optional.empty();
        }
        boolean swapped = first.ago && last.ago && connector != Kind.DASH || first.ago && last.ago;
        Optional<Integer> yearOfFirst = Optional.ofNullable(first.year);
        Optional<Span> begin = Meaning.of(first, said).map(span -> span.marked(first.about, first.maybe));
        Optional<Span> end = Meaning.of(last, said).map(span -> span.marked(last.about, last.maybe));
        if (begin.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        Optional<Span> span = span(begin.get(), end.get(), from, to);
        if (span.isEmpty() && swapped) {
            return span(end.get(), begin.get(), from, to);
        }
        if (span.isEmpty() && yearOfFirst.isPresent() && (lentYear || borrowedYear)) {
            return overNewYear(first, last, lentYear, from, to);
        }
        return span;
    }

    /// From November to February 2014 began the year before.
    private Optional<Span> overNewYear(
            Told first, Told last, boolean lentYear, Optional<Kind> from, Optional<Kind> to) {
        if (!first.hasMonth() || first.year == null || last.year == null) {
            return Optional.empty();
        }
        if (lentYear) {
            last.year = last.year + 1;
        } else {
            first.year = first.year - 1;
        }
        return Meaning.of(first, said)
                .flatMap(begin -> Meaning.of(last, said)
                        .flatMap(end -> span(
                                begin.marked(first.about, first.maybe), end.marked(last.about, last.maybe), from, to)));
    }

    private static void settleDay(Told told) {
        if (told.loose.size() == 1
                && told.month != null
                && told.day == null
                && told.loose.getFirst().number() <= 31) {
            told.day = told.loose.getFirst().number();
            told.loose.clear();
        }
    }

    private static Optional<Kind> edge(Told told) {
        return told.edges.stream().findFirst();
    }

    private static Optional<Span> span(Span begin, Span end, Optional<Kind> from, Optional<Kind> to) {
        String first = from.filter(Kind.AFTER::equals).isPresent() ? Span.beside(begin.last(), 1) : begin.first();
        String last = to.filter(Kind.BEFORE::equals).isPresent() ? Span.beside(end.first(), -1) : end.last();
        Optional<DateCalendar> calendar = begin.calendar().or(end::calendar);
        return Optional.of(new Span(first, last, calendar)).filter(Span::possible);
    }
}
