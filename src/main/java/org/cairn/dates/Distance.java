package org.cairn.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cairn.dates.Calendars.Days;
import org.cairn.dates.Measure.Unit;

/// So long before or after something: "two months before Ramadan 2016", "the week after Nowruz".
///
/// One unit without a number is what lies beside it; a number counts as "ago" does: months from it is the month there.
final class Distance {

    private static final Set<Kind> SIDES = Set.of(Kind.BEFORE, Kind.AFTER, Kind.UPTO);

    private final List<Token> tokens;
    private final Function<List<Token>, Optional<Span>> understood;

    private Distance(List<Token> tokens, Function<List<Token>, Optional<Span>> understood) {
        this.tokens = tokens;
        this.understood = understood;
    }

    /// @param understood what the words from which is counted mean
    static Optional<Span> of(List<Token> tokens, Function<List<Token>, Optional<Span>> understood) {
        return new Distance(tokens, understood).read();
    }

    private Optional<Span> read() {
        Optional<Kind> beside = tokens.stream()
                .map(Token::kind)
                .filter(kind -> kind == Kind.EVE || kind == Kind.MORROW)
                .findFirst();
        return beside.isPresent() ? neighbour(beside.get() == Kind.MORROW) : sided();
    }

    /// The eve of something, or the day after it.
    private Optional<Span> neighbour(boolean after) {
        List<Token> anchor = new ArrayList<>(tokens);
        anchor.removeIf(token -> token.is(Kind.EVE) || token.is(Kind.MORROW));
        anchor.removeIf(token -> token.is(after ? Kind.AFTER : Kind.BEFORE));
        return measured(Measure.day(), anchor, after);
    }

    private Optional<Span> sided() {
        for (int i = 0; i < tokens.size(); i++) {
            if (SIDES.contains(tokens.get(i).kind())) {
                boolean after = tokens.get(i).is(Kind.AFTER);
                List<Token> left = tokens.subList(0, i);
                List<Token> right = tokens.subList(i + 1, tokens.size());
                Optional<Span> found = left.isEmpty()
                        ? behind(right, after)
                        : measured(left, right, after).or(() -> following(left, right, after));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// "Before Ramadan by two months", or "after a week from Ramadan".
    private Optional<Span> behind(List<Token> right, boolean after) {
        if (right.stream()
                .noneMatch(token -> token.isYear()
                        || token.is(Kind.FEAST)
                        || token.is(Kind.MONTH)
                        || token.is(Kind.DATE)
                        || token.is(Kind.SEASON))) {
            return Optional.empty();
        }
        for (int i = 1; i < right.size(); i++) {
            Optional<Span> found = by(right.subList(i, right.size()), right.subList(0, i), after);
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = right.size() - 1; i > 0; i--) {
            List<Token> amount = right.subList(0, i);
            Optional<Span> found =
                    counted(amount) ? measured(amount, right.subList(i, right.size()), after) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// "By a week" is one week; the year or month behind a date says only what its number is.
    private Optional<Span> by(List<Token> amount, List<Token> anchor, boolean after) {
        Optional<Measure> measure = Measure.of(amount);
        boolean sign = measure.filter(some -> some.most() == 0
                        && (some.unit() == Unit.YEAR || anchor.getLast().is(Kind.MONTH)))
                .isPresent();
        return measure.filter(some -> !sign).flatMap(some -> measured(some.atLeastOne(), anchor, after));
    }

    /// What is counted comes last in Chinese: "the Spring Festival before three days", but "March before ten days" is
    /// its first ten.
    private Optional<Span> following(List<Token> anchor, List<Token> amount, boolean after) {
        Optional<Measure> measure = Measure.of(amount);
        boolean feast = anchor.stream().anyMatch(token -> token.is(Kind.FEAST));
        if (after || feast || measure.filter(some -> some.most() > 1).isEmpty()) {
            return measure.flatMap(some -> measured(some.most() == 1 ? some.beside() : some, anchor, after));
        }
        return understood
                .apply(new ArrayList<>(anchor))
                .flatMap(span ->
                        Portion.of(span, measure.get().unit(), measure.get().most(), true))
                .or(() -> measured(measure.get(), anchor, false));
    }

    private static boolean counted(List<Token> words) {
        // "the week of 5 March" is no five weeks
        boolean unitFirst = words.getFirst().is(Kind.UNIT) && words.getFirst().number() == 0;
        return !unitFirst
                && Measure.of(words).filter(measure -> measure.most() > 0).isPresent();
    }

    private Optional<Span> measured(List<Token> amount, List<Token> anchor, boolean after) {
        return Measure.of(amount).flatMap(measure -> measured(measure, anchor, after));
    }

    private Optional<Span> measured(Measure measure, List<Token> anchor, boolean after) {
        return anchor.isEmpty()
                ? Optional.empty()
                : understood
                        .apply(new ArrayList<>(anchor))
                        .flatMap(span -> beside(span, measure, after, named(anchor)))
                        .map(span -> edged(span, measure));
    }

    private static Span edged(Span span, Measure measure) {
        return measure.since() ? span.after(true) : measure.until() ? span.before(true) : span;
    }

    /// Which end of something is named.
    private static Optional<String> named(List<Token> anchor) {
        return anchor.stream()
                .filter(token -> token.is(Kind.PART))
                .map(Token::name)
                .findFirst();
    }

    /// Before the end of something is counted from its end, not from when its last third begins.
    private static Optional<Span> beside(Span anchor, Measure measure, boolean after, Optional<String> end) {
        boolean atEnd = end.map("late"::equals).orElse(after)
                || after && end.filter("early"::equals).isEmpty();
        Optional<LocalDate> from = atEnd ? anchor.latest() : anchor.earliest();
        return from.flatMap(day -> days(day, measure, after ? 1 : -1))
                .map(days -> Span.of(Measure.edtf(days))
                        .marked(measure.about() || marked(anchor, '~'), measure.maybe() || marked(anchor, '?')));
    }

    private static Optional<Days> days(LocalDate from, Measure measure, int way) {
        Unit unit = measure.unit();
        if (measure.most() > 0) {
            return Optional.of(unit.around(unit.from(from, way * measure.least()))
                    .and(unit.around(unit.from(from, way * measure.most()))));
        }
        LocalDate next = from.plusDays(way);
        LocalDate end = unit.from(next, way).plusDays(-way);
        return Optional.of(way > 0 ? new Days(next, end) : new Days(end, next));
    }

    private static boolean marked(Span span, char mark) {
        return (span.first() + span.last()).indexOf(mark) >= 0 || (span.first() + span.last()).indexOf('%') >= 0;
    }
}
