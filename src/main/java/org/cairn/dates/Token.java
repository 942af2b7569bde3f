package org.cairn.dates;

/// A word of a date.
///
/// @param number which month, how many…; of a date in numbers its day
/// @param name which calendar, unit, part or feast
/// @param digits how many digits a number was written with; none where it was a word
/// @param numbers of a date in numbers
record Token(Kind kind, int number, String name, int digits, Numbers numbers) {

    /// A date in numbers: nought where it has no such part.
    ///
    /// @param either whether day and month may be the other way round
    record Numbers(int year, int month, int day, boolean either) {
        static final Numbers NONE = new Numbers(0, 0, 0, false);
    }

    static Token of(Kind kind, int number, String name) {
        return new Token(kind, number, name, 0, Numbers.NONE);
    }

    static Token of(Kind kind) {
        return of(kind, 0, "");
    }

    static Token number(int number, int digits) {
        return new Token(Kind.NUMBER, number, "", digits, Numbers.NONE);
    }

    static Token date(int year, int month, int day, boolean either) {
        return new Token(Kind.DATE, 0, "", 0, new Numbers(year, month, day, either));
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /// A number that can only be that of a year.
    boolean isYear() {
        return kind == Kind.NUMBER && number >= 100;
    }

    @Override
    public String toString() {
        return "Token";
    }
}
