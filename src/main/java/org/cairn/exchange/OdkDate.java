package org.cairn.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.DateAsked;
import org.cairn.domain.DateAsked.Detail;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;

/// A date as ODK and its kin write it: a whole Gregorian day, also where only a year or a month was asked for.
final class OdkDate {

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(T.*)?");
    private static final Map<String, DateCalendar> CALENDARS = Map.of(
            "persian", DateCalendar.PERSIAN,
            "islamic", DateCalendar.ISLAMIC,
            "ethiopian", DateCalendar.ETHIOPIC,
            "buddhist", DateCalendar.BUDDHIST);
    /// Calendars that no date here can be noted in.
    private static final Set<String> OTHERS = Set.of("coptic", "bikram-sambat", "myanmar");
    /// What a device notes by itself, on the day it is.
    private static final Set<String> NOTED = Set.of("today", "start", "end");

    private OdkDate() {}

    /// What a question's appearance asks for; nothing where that is a plain day.
    static Optional<DateAsked> asked(String appearance) {
        Detail detail = Detail.DAY;
        Optional<DateCalendar> calendar = Optional.empty();
        for (String word : words(appearance)) {
            if (word.equals("year") || word.equals("month-year")) {
                detail = word.equals("year") ? Detail.YEAR : Detail.MONTH;
            }
            if (CALENDARS.containsKey(word)) {
                calendar = Optional.ofNullable(CALENDARS.get(word));
            }
        }
        return detail == Detail.DAY && calendar.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateAsked(detail, calendar));
    }

    /// Whether it asks for a year or a month that cannot be told from the day that is written.
    static boolean untold(String appearance) {
        Set<String> words = Set.of(words(appearance));
        return (words.contains("year") || words.contains("month-year"))
                && words.stream().anyMatch(OTHERS::contains);
    }

    /// Whether an appearance says this and nothing else.
    static boolean told(String appearance) {
        return asked(appearance).isPresent() && words(appearance).length == 1;
    }

    /// What a question asks for whose form nobody has.
    static Optional<DateAsked> unknown(String name) {
        return NOTED.contains(name) ? Optional.empty() : Optional.of(new DateAsked(Detail.UNKNOWN, Optional.empty()));
    }

    private static String[] words(String appearance) {
        return java.util.Arrays.stream(appearance.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .distinct()
                .toArray(String[]::new);
    }

    /// What was written, as far as it was asked for; nothing where that cannot be told.
    ///
    /// @param otherwise how it is read where it is no such day, or the day is meant
    static Optional<FuzzyDate> read(
            String written, Optional<DateAsked> asked, Supplier<Optional<FuzzyDate>> otherwise) {
        Matcher day = DAY.matcher(written);
        if (asked.isEmpty() || !day.matches()) {
            return otherwise.get();
        }
        Optional<DateCalendar> calendar = asked.get().calendar();
        boolean ownDays = calendar.filter(one -> one != DateCalendar.BUDDHIST).isPresent();
        boolean part = asked.get().detail() == Detail.MONTH || asked.get().detail() == Detail.YEAR;
        if (part && ownDays) {
            return Optional.empty();
        }
        return FuzzyDate.ofEdtf(written, edtf(day, asked.get().detail())).map(date -> date.in(calendar));
    }

    private static String edtf(Matcher day, Detail detail) {
        String year = day.group(1);
        String month = year + "-" + day.group(2);
        String whole = month + "-" + day.group(3);
        return switch (detail) {
            case DAY -> whole;
            case MONTH -> month;
            case YEAR -> year;
            // what can be read in two ways is all that it can be
            case UNKNOWN ->
                day.group(4) != null || !day.group(3).equals("01")
                        ? whole
                        : day.group(2).equals("01") ? year : month;
        };
    }
}
