package org.cairn.dates;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.dates.Calendars.Days;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;

/// What part of a date means, as EDTF from one end to the other, each without a slash.
record Span(String first, String last, Optional<DateCalendar> calendar) {

    static final String OPEN = "..";

    static Span of(String edtf) {
        int slash = edtf.indexOf('/');
        return slash < 0
                ? new Span(edtf, edtf, Optional.empty())
                : new Span(edtf.substring(0, slash), edtf.substring(slash + 1), Optional.empty());
    }

    static Span of(Days days) {
        return new Span(days.first().toString(), days.last().toString(), Optional.empty());
    }

    Span in(Optional<DateCalendar> other) {
        return new Span(first, last, other);
    }

    String edtf() {
        return first.equals(last) ? first : first + "/" + last;
    }

    Optional<LocalDate> earliest() {
        return FuzzyDate.ofEdtf("", first).flatMap(FuzzyDate::earliest);
    }

    Optional<LocalDate> latest() {
        return FuzzyDate.ofEdtf("", last).flatMap(FuzzyDate::latest);
    }

    /// Whether it is a date at all, and none that ends before it begins.
    boolean possible() {
        return FuzzyDate.ofEdtf("", edtf()).isPresent();
    }

    Span marked(boolean about, boolean maybe) {
        return new Span(mark(first, about, maybe), mark(last, about, maybe), calendar);
    }

    /// What is both uncertain and approximate has a mark of its own.
    private static String mark(String end, boolean about, boolean maybe) {
        char last = end.charAt(end.length() - 1);
        boolean approximate = about || last == '~' || last == '%';
        boolean uncertain = maybe || last == '?' || last == '%';
        if (end.equals(OPEN) || (!approximate && !uncertain)) {
            return end;
        }
        return bare(end) + (approximate ? uncertain ? "%" : "~" : "?");
    }

    static String bare(String end) {
        return "~?%".indexOf(end.charAt(end.length() - 1)) < 0 ? end : end.substring(0, end.length() - 1);
    }

    /// All that was before it, or before its end.
    Span before(boolean itToo) {
        return new Span(OPEN, itToo || first.endsWith("~") || first.endsWith("%") ? last : beside(first, -1), calendar);
    }

    /// All that was after it, or since its beginning.
    Span after(boolean itToo) {
        return new Span(itToo || last.endsWith("~") || last.endsWith("%") ? first : beside(last, 1), OPEN, calendar);
    }

    /// The year, month or day next to one.
    static String beside(String end, int by) {
        String bare = bare(end);
        String mark = end.substring(bare.length());
        if (bare.matches("\\d{4}")) {
            return year(Integer.parseInt(bare) + by) + mark;
        }
        FuzzyDate date = FuzzyDate.ofEdtf("", bare).orElseThrow();
        LocalDate next = by < 0
                ? date.earliest().orElseThrow().minusDays(1)
                : date.latest().orElseThrow().plusDays(1);
        if (bare.matches("\\d{4}-(0\\d|1[0-2])")) {
            return next.toString().substring(0, "2014-03".length()) + mark;
        }
        return (bare.contains("X") && bare.length() == 4 ? year(next.getYear()) : next.toString()) + mark;
    }

    /// Latin digits whatever the machine's language is: EDTF has no others.
    static String year(int year) {
        return two(year / 100) + two(year % 100);
    }

    static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    @Override
    public String toString() {
        return "Span";
    }
}
