package org.cairn.domain;

/// The calendar in which somebody said a date, where it was not the Gregorian one.
public enum DateCalendar {
    /// Solar, of Iran and Afghanistan.
    PERSIAN,
    /// Lunar; nobody said by which reckoning, so the days are those of both of them.
    ISLAMIC,
    /// Lunar, as Saudi Arabia reckons it.
    ISLAMIC_UMALQURA,
    /// Lunar, by the table of leap years.
    ISLAMIC_CIVIL,
    /// The lunar year of the Chinese.
    CHINESE,
    /// Gregorian days, years from the Buddha's death, as Thailand counts them.
    BUDDHIST,
    /// Gregorian days, years of the Republic, as Taiwan counts them.
    MINGUO,
    ETHIOPIC,
    HEBREW
}
