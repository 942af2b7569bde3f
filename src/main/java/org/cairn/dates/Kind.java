package org.cairn.dates;

/// What a word does in a date; the keys of the files in `resources/dates` begin with these names.
enum Kind {
    /// A number: of a day, a year, or how many.
    NUMBER,
    /// A date in numbers alone, such as 3.5.2014.
    DATE,
    MONTH,
    SEASON,
    WEEKDAY,
    /// The early, middle or late third of something.
    PART,
    ABOUT,
    MAYBE,
    /// Before something begins.
    BEFORE,
    /// After something ended.
    AFTER,
    /// From when something begins.
    SINCE,
    /// Until something ended.
    UNTIL,
    /// Until the day of speaking: what began goes on.
    STILL,
    /// `до`: before something begins, but within a range until it ended.
    UPTO,
    TO,
    AND,
    OR,
    BETWEEN,
    /// So long before the day of speaking.
    AGO,
    LAST,
    THIS,
    NEXT,
    /// So many days, weeks, months or years from the day of speaking.
    REL,
    UNIT,
    /// Makes a number ten years: 1990s.
    DECADE,
    /// Makes a round number of two digits ten years: los 90.
    PLURAL,
    CENTURY,
    HALF,
    QUARTER,
    /// Ten days of a month.
    XUN,
    YEARMARK,
    MONTHMARK,
    DAYMARK,
    /// Early, or before a number the sign of a lunar day: 初.
    CHU,
    ERA,
    /// A leap month of the Chinese year.
    LEAP,
    /// A year of the cycle of sixty.
    SEXAGENARY,
    /// A year of the cycle of twelve animals.
    ANIMAL,
    FEAST,
    /// `of` or, at the beginning, `from`.
    OF,
    /// Makes a number an ordinal one.
    ORD,
    /// A number that nobody counted: from its first digit to its second. Before a number it is `about`.
    SEVERAL,
    /// A half more of what is counted: "two and a half years".
    PLUSHALF,
    /// At least so long ago.
    MORE,
    /// Not so long ago.
    LESS,
    /// So many of its first units: "the first weeks of".
    FIRSTS,
    /// So many of its last units.
    LASTS,
    /// The day before something.
    EVE,
    /// The day after something.
    MORROW,
    /// The time of year in which it is said.
    THISTIME,
    /// Says nothing.
    FILL,
    DASH,
    SLASH
}
