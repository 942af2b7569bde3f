package org.cairn.domain.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.FuzzyDate;

/// The day that a file itself gives: a claim of whatever clock and whoever wrote it, and nobody's knowledge.
///
/// It lets an item be found by date until a person dates it, and always says of itself that it is uncertain: its EDTF
/// value ends in `?`.
///
/// @param of what the file says happened that day
/// @param date the day
public record ClaimedDate(Deed of, FuzzyDate date) {

    /// What a file dates.
    public enum Deed {
        /// A message was sent.
        SENT,
        /// A picture was taken, by a camera or of a patient.
        TAKEN,
        /// The file was made: a scan can be years younger than the paper.
        MADE
    }

    /// 2014-03-05T…, 2014:03:05 …, 20140305; a message's own line begins with a weekday or not.
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{4})([-:]?)(\\d{2})\\2(\\d{2})(?!\\d).*", Pattern.DOTALL);

    private static final Pattern LETTER = Pattern.compile(
            "(?:\\p{Alpha}{3,9},?\\s+)?(\\d{1,2})\\s+(\\p{Alpha}{3})\\p{Alpha}*\\s+(\\d{4})\\b.*", Pattern.DOTALL);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Set<String> MESSAGES =
            Set.of("message/rfc822", "message/x-emlx", "application/vnd.ms-outlook");
    private static final LocalDate FIRST_CLOCK = LocalDate.of(1970, 1, 1);
    private static final LocalDate DOS_CLOCK = LocalDate.of(1980, 1, 1);

    /// What was read of a file says of its day, where it says one that can be meant.
    public static Optional<ClaimedDate> of(Reading reading) {
        String type = reading.mediaType().toLowerCase(Locale.ROOT);
        Optional<String> sent = Optional.ofNullable(reading.metadata().get("sent"));
        Optional<String> created = Optional.ofNullable(reading.metadata().get("created"));
        return sent.flatMap(ClaimedDate::day)
                .map(day -> new ClaimedDate(Deed.SENT, day))
                .or(() -> created.flatMap(ClaimedDate::day).map(day -> new ClaimedDate(deed(type), day)));
    }

    private static Deed deed(String type) {
        if (MESSAGES.contains(type)) {
            return Deed.SENT;
        }
        return type.startsWith("image/") || type.equals("application/dicom") ? Deed.TAKEN : Deed.MADE;
    }

    private static Optional<FuzzyDate> day(String written) {
        String text = written.strip();
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            return meant(numbers.group(1) + "-" + numbers.group(3) + "-" + numbers.group(4));
        }
        Matcher letter = LETTER.matcher(text);
        return letter.matches()
                ? month(letter.group(2))
                        .flatMap(month -> meant(letter.group(3) + "-" + month + "-"
                                + (letter.group(1).length() == 1 ? "0" : "") + letter.group(1)))
                : Optional.empty();
    }

    /// Letters name months in English, whoever writes them.
    private static Optional<String> month(String name) {
        int at = MONTHS.indexOf(name.toLowerCase(Locale.ROOT));
        return at < 0 ? Optional.empty() : Optional.of(at < 9 ? "0" + (at + 1) : String.valueOf(at + 1));
    }

    /// The days on which clocks begin to count are what a clock says that was never set.
    private static Optional<FuzzyDate> meant(String day) {
        return FuzzyDate.ofEdtf(day + "?", day + "?")
                .filter(date -> date.earliest()
                        .filter(first -> first.isAfter(FIRST_CLOCK) && !first.equals(DOS_CLOCK))
                        .isPresent());
    }
}
