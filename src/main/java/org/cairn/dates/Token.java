package org.cairn.dates;

/// A word of a date.
///
/// @param number which month, how many…; of a date in numbers its day
/// @param name which calendar, unit, part or feast; of a number whether it is known to count or to be an ordinal one
/// @param digits how many digits a number was written with; none where it was a word
/// @param numbers of a date in numbers
record Token(Kind kind, int number, String name, int digits, Numbers numbers) {

    /// Of a number that says how many.
    static final String COUNT = "count";

    /// Of a number that says which.
    static final String ORDINAL = "ordinal";

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

    /// The same, said in another way.
    Token named(String other) {
        return new Token(kind, number, other, digits, numbers);
    }

    /// "A" or "an", which counts what follows and says nothing before a weekday.
    boolean indefinite() {
        return name.equals("a");
    }

    /// Whether it says how many, and not which: "three days" are not the third.
    boolean cardinal() {
        return kind == Kind.NUMBER && (name.equals(COUNT) || digits > 0 && !name.equals(ORDINAL));
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
