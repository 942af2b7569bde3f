package org.cairn.dates;

/// Numbers of centuries as French, Spanish and Russian write them.
final class Roman {

    private static final String[] TENS = {"", "X", "XX", "XXX"};
    private static final String[] ONES = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

    private Roman() {}

    static String of(int number) {
        return number < 40 ? TENS[number / 10] + ONES[number % 10] : String.valueOf(number);
    }
}
