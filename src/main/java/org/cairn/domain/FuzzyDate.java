package org.cairn.domain;

import java.time.LocalDate;
import java.util.Optional;

/// A date as somebody knows it: the words used, the EDTF value they mean, and the days it lies between.
///
/// Kept after ISO 8601-2 (EDTF) levels 0 and 1 with the unspecified digit of level 1: `2014`, `2014-03`, `2014-03~`,
/// `2014?`, `2014-21` (spring), `2004-06/2006-08`, `2014/..`, `201X`. A bare year is a year, never 1 January.
///
/// @param verbatim the words used
/// @param edtf the value they mean
/// @param earliest the first day it can be; empty where open
/// @param latest the last day it can be; empty where open
/// @param calendar the calendar it was said in; empty where that was the Gregorian one, as EDTF and the days always are
public record FuzzyDate(
        String verbatim,
        String edtf,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest,
        Optional<DateCalendar> calendar) {

    /// Nobody says a date in more characters; what is longer is another text.
    private static final int LONGEST = 100;

    /// @throws ArchiveException.InvalidInput when the value is no EDTF, or the last day comes before the first
    public FuzzyDate {
        if (edtf.length() > LONGEST || Edtf.bounds(edtf).isEmpty()) {
            throw new ArchiveException.InvalidInput("edtf", "notADate");
        }
        if (new Edtf.Bounds(earliest, latest).backwards()) {
            throw new ArchiveException.InvalidInput("latest", "notADate");
        }
    }

    /// A date said in the Gregorian calendar.
    public FuzzyDate(String verbatim, String edtf, Optional<LocalDate> earliest, Optional<LocalDate> latest) {
        this(verbatim, edtf, earliest, latest, Optional.empty());
    }

    /// Reads what EDTF writes; what people say is for `org.cairn.dates` to understand.
    ///
    /// @throws ArchiveException.InvalidInput (`notADate`) when it is no EDTF
    public static FuzzyDate parse(String edtf) {
        return ofEdtf(edtf, edtf).orElseThrow(() -> new ArchiveException.InvalidInput("date", "notADate"));
    }

    /// What EDTF says, in words that say it otherwise; nothing where it is no EDTF.
    public static Optional<FuzzyDate> ofEdtf(String verbatim, String edtf) {
        return edtf.length() > LONGEST
                ? Optional.empty()
                : Edtf.bounds(edtf).map(bounds -> new FuzzyDate(verbatim, edtf, bounds.earliest(), bounds.latest()));
    }

    /// One known day.
    public static FuzzyDate of(LocalDate day) {
        return new FuzzyDate(day.toString(), day.toString(), Optional.of(day), Optional.of(day));
    }

    /// The day, where it is one.
    public Optional<LocalDate> day() {
        return earliest.equals(latest) ? earliest : Optional.empty();
    }

    /// Words that nobody understood: a date that can be any day.
    public static FuzzyDate words(String verbatim) {
        return new FuzzyDate(verbatim, "../..", Optional.empty(), Optional.empty());
    }

    /// The same, said in another calendar.
    public FuzzyDate in(Optional<DateCalendar> other) {
        return new FuzzyDate(verbatim, edtf, earliest, latest, other);
    }

    @Override
    public String toString() {
        return edtf;
    }
}
