package org.cairn.dates;

import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;

/// Says a date in the calendar in which it was said.
record OtherCalendar(DateCalendar calendar, DateWording wording) {

    static OtherCalendar of(DateCalendar calendar, DateWording wording) {
        return new OtherCalendar(calendar, wording);
    }

    /// A day, month or year of that calendar, or from one of its days to another.
    Optional<String> said(FuzzyDate date) {
        Optional<Integer> before = Calendars.yearsBefore(calendar);
        return before.isPresent() ? shifted(date, before.get()) : converted(date);
    }

    private Optional<String> converted(FuzzyDate date) {
        return date.earliest()
                .map(first -> date.latest()
                        .map(last -> span(first, last))
                        .orElseGet(() -> wording.text("since", day(firstReckoning(), first))))
                .or(() -> date.latest().map(last -> wording.text("until", day(lastReckoning(), last))))
                .map(words -> wording.text("in." + calendar.name(), words));
    }

    /// The same words with another year.
    private Optional<String> shifted(FuzzyDate date, int years) {
        return Shifted.by(date, years).map(wording::phrase).map(words -> wording.text("in." + calendar.name(), words));
    }

    private String span(LocalDate first, LocalDate last) {
        Calendars.Day begin = Calendars.day(firstReckoning(), first);
        Calendars.Day end = Calendars.day(lastReckoning(), last);
        if (begin.equals(end)) {
            return day(firstReckoning(), first);
        }
        boolean whole =
                begin.day() == 1 && Calendars.endOfMonth(lastReckoning(), last).equals(last);
        boolean oneMonth =
                whole && begin.year() == end.year() && begin.month() == end.month() && begin.leap() == end.leap();
        if (oneMonth) {
            return month(first);
        }
        boolean oneYear = whole
                && begin.year() == end.year()
                && begin.month() == 1
                && Calendars.day(lastReckoning(), last.plusDays(1)).year() == end.year() + 1;
        return oneYear
                ? calendar == DateCalendar.CHINESE ? lunar("lunarYear", first) : String.valueOf(begin.year())
                : wording.text("range", day(firstReckoning(), first), day(lastReckoning(), last));
    }

    private String firstReckoning() {
        return Calendars.reckonings(calendar).getFirst();
    }

    private String lastReckoning() {
        return Calendars.reckonings(calendar).getLast();
    }

    private String day(String reckoning, LocalDate day) {
        return calendar == DateCalendar.CHINESE ? lunar("lunarDay", day) : format(reckoning, "yMMMMd", day);
    }

    private String month(LocalDate first) {
        return calendar == DateCalendar.CHINESE ? lunar("lunarMonth", first) : format(firstReckoning(), "yMMMM", first);
    }

    /// By numbers: few languages have names for the months of the Chinese year.
    private String lunar(String key, LocalDate day) {
        Calendars.Day lunar = Calendars.day(firstReckoning(), day);
        return wording.text(
                key, String.valueOf(lunar.year()), lunar.month(), lunar.day(), lunar.leap() ? "leap" : "plain");
    }

    private String format(String reckoning, String skeleton, LocalDate day) {
        ULocale locale = wording.locale().setKeywordValue("calendar", reckoning);
        return DateWording.format(locale, skeleton, day);
    }
}
