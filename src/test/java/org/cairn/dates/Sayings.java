package org.cairn.dates;

import java.util.List;
import java.util.Random;

/// Dates as somebody might say them, sensible or not.
final class Sayings {

    private static final List<String> BEFORE = List.of(
            "about ", "circa ", "perhaps ", "probably ", "before ", "after ", "since ", "until ", "in ", "on the ", "");
    private static final List<String> MONTHS =
            List.of("January", "feb", "Mar.", "april", "May", "june", "July", "Aug", "Sept", "October", "nov.", "Dec");
    private static final List<String> SEASONS =
            List.of("spring", "summer", "autumn", "fall", "winter", "early", "late");
    private static final List<String> MARKS = List.of("", "~", "?", "%");

    private final Random random;

    Sayings(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        String said = of(BEFORE) + single();
        return switch (random.nextInt(6)) {
            case 0 -> "between " + said + " and " + single();
            case 1 -> said + " to " + single();
            case 2 -> said + ".." + of(BEFORE) + single();
            case 3 -> said + "/" + single();
            default -> said;
        };
    }

    private String single() {
        int year = 1900 + random.nextInt(200);
        int month = random.nextInt(26);
        int day = random.nextInt(33);
        return switch (random.nextInt(9)) {
            case 0 -> String.valueOf(year);
            case 1 -> day + " " + of(MONTHS) + " " + year;
            case 2 -> of(MONTHS) + " " + year;
            case 3 -> of(SEASONS) + " " + year;
            case 4 -> year / 10 + "0s";
            case 5 -> year + "-" + two(month) + "-" + two(day) + of(MARKS);
            case 6 -> year + "-" + two(month) + of(MARKS);
            case 7 -> year / 10 + "X";
            default -> year + of(MARKS);
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private String of(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
