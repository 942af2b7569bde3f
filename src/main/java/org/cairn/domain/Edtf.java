package org.cairn.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The days an EDTF value lies between.
final class Edtf {

    private static final Pattern SINGLE =
            Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX))?(?:-(\\d{2}|XX))?[~?%]?");

    private Edtf() {}

    /// First and last day, each empty where open.
    record Bounds(Optional<LocalDate> earliest, Optional<LocalDate> latest) {

        boolean backwards() {
            return earliest.flatMap(first -> latest.filter(first::isAfter)).isPresent();
        }

        /// Open at both ends: any day that ever was.
        boolean sayNothing() {
            return earliest.isEmpty() && latest.isEmpty();
        }
    }

    static Optional<Bounds> bounds(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return single(edtf);
        }
        String from = edtf.substring(0, slash);
        String to = edtf.substring(slash + 1);
        Optional<Bounds> first = from.equals("..") ? Optional.of(OPEN) : single(from);
        Optional<Bounds> last = to.equals("..") ? Optional.of(OPEN) : single(to);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Bounds both = new Bounds(first.get().earliest(), last.get().latest());
        return both.backwards() ? Optional.empty() : Optional.of(both);
    }

    private static final Bounds OPEN = new Bounds(Optional.empty(), Optional.empty());

    private static Optional<Bounds> single(String edtf) {
        Matcher matcher = SINGLE.matcher(edtf);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int firstYear = Integer.parseInt(matcher.group(1).replace('X', '0'));
        int lastYear = Integer.parseInt(matcher.group(1).replace('X', '9'));
        String month = matcher.group(2);
        if (firstYear != lastYear || month == null || month.equals("XX")) {
            return month != null && !month.equals("XX")
                    ? Optional.empty()
                    : days(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
        }
        return month(firstYear, Integer.parseInt(month), matcher.group(3));
    }

    private static Optional<Bounds> month(int year, int month, @Nullable String day) {
        if (month >= 21 && month <= 24) {
            return day == null ? season(year, month) : Optional.empty();
        }
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        YearMonth whole = YearMonth.of(year, month);
        if (day == null || day.equals("XX")) {
            return days(whole.atDay(1), whole.atEndOfMonth());
        }
        int number = Integer.parseInt(day);
        return whole.isValidDay(number) ? days(whole.atDay(number), whole.atDay(number)) : Optional.empty();
    }

    /// Seasons as people of the northern half mean them, wide enough for either way of counting.
    private static Optional<Bounds> season(int year, int code) {
        return switch (code) {
            case 21 -> days(LocalDate.of(year, 3, 1), LocalDate.of(year, 6, 20));
            case 22 -> days(LocalDate.of(year, 6, 1), LocalDate.of(year, 9, 22));
            case 23 -> days(LocalDate.of(year, 9, 1), LocalDate.of(year, 12, 20));
            default -> days(LocalDate.of(year, 12, 1), YearMonth.of(year + 1, 3).atDay(19));
        };
    }

    private static Optional<Bounds> days(LocalDate first, LocalDate last) {
        return Optional.of(new Bounds(Optional.of(first), Optional.of(last)));
    }
}
