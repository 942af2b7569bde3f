package org.cairn.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.FuzzyDate;

/// A date as Martus writes it: `Simple:2005-11-01`, `Range:1970-01-01,1970-01-02`. Its words are kept beside what they
/// mean; a range that is a whole year or month is that year or month.
final class MartusDate {

    private static final Pattern SIMPLE = Pattern.compile("Simple:\\s*(\\d{4}-\\d{2}-\\d{2})\\s*");
    private static final Pattern RANGE =
            Pattern.compile("Range:\\s*((\\d{4}-\\d{2}-\\d{2})\\s*,\\s*(\\d{4}-\\d{2}-\\d{2}))\\s*");
    /// What Martus writes for a day that nobody knows.
    private static final String UNKNOWN = "0001-01-01";

    private MartusDate() {}

    /// Whether it says that nobody knows the date.
    static boolean unknown(String written) {
        return written.matches("(?:Simple|Range):\\s*(?:" + UNKNOWN + "(?:\\s*,\\s*" + UNKNOWN + ")?)?\\s*");
    }

    /// Nothing where it is none of these.
    static Optional<FuzzyDate> read(String written) {
        Matcher simple = SIMPLE.matcher(written);
        if (simple.matches()) {
            return FuzzyDate.ofEdtf(simple.group(1), simple.group(1));
        }
        Matcher range = RANGE.matcher(written);
        return range.matches()
                ? FuzzyDate.ofEdtf(range.group(1), edtf(range.group(2), range.group(3)))
                : Optional.empty();
    }

    private static String edtf(String first, String last) {
        if (first.equals(last)) {
            return first;
        }
        String year = first.substring(0, 4);
        if (first.endsWith("-01-01") && last.equals(year + "-12-31")) {
            return year;
        }
        return wholeMonth(first, last) ? first.substring(0, 7) : first + "/" + last;
    }

    private static boolean wholeMonth(String first, String last) {
        try {
            LocalDate end = LocalDate.parse(last);
            return first.endsWith("-01")
                    && first.substring(0, 7).equals(last.substring(0, 7))
                    && end.getDayOfMonth() == end.lengthOfMonth();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
