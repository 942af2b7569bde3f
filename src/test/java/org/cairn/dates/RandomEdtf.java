package org.cairn.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.cairn.domain.FuzzyDate;

/// Values that EDTF can have, at the levels that are used here.
final class RandomEdtf {

    private static final List<String> MARKS = List.of("", "", "", "~", "?", "%");

    private RandomEdtf() {}

    static FuzzyDate date(Random random) {
        while (true) {
            String edtf = switch (random.nextInt(6)) {
                case 0 -> "../" + single(random);
                case 1 -> single(random) + "/..";
                case 2 -> single(random) + "/" + single(random);
                default -> single(random);
            };
            var date = FuzzyDate.ofEdtf(edtf, edtf);
            if (date.isPresent() && sensible(edtf)) {
                return date.get();
            }
        }
    }

    /// From a year to the same year is that year.
    private static boolean sensible(String edtf) {
        int slash = edtf.indexOf('/');
        return slash < 0 || !edtf.substring(0, slash).equals(edtf.substring(slash + 1));
    }

    private static String single(Random random) {
        LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(50_000));
        String year = day.toString().substring(0, 4);
        return switch (random.nextInt(6)) {
                    case 0 -> year;
                    case 1 -> day.toString().substring(0, 7);
                    case 2 -> year + "-2" + (1 + random.nextInt(4));
                    case 3 -> year.substring(0, 3) + "X";
                    case 4 -> year.substring(0, 2) + "XX";
                    default -> day.toString();
                }
                + MARKS.get(random.nextInt(MARKS.size()));
    }
}
