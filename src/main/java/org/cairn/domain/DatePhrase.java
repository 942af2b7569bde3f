package org.cairn.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How people say dates in English, turned into EDTF; EDTF itself passes through.
final class DatePhrase {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final Map<String, Integer> SEASONS =
            Map.of("spring", 21, "summer", 22, "autumn", 23, "fall", 23, "winter", 24);
    private static final Map<String, String> PARTS =
            Map.of("early", "%s-01/%s-04", "mid", "%s-05/%s-08", "late", "%s-09/%s-12");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final Pattern ABOUT = Pattern.compile("(?:about|around|circa|c\\.|approximately|roughly)\\s+(.+)");
    private static final Pattern MAYBE = Pattern.compile("(?:perhaps|maybe|possibly|probably)\\s+(.+)");
    private static final Pattern BEFORE = Pattern.compile("(?:before|until|up to)\\s+(.+)");
    private static final Pattern AFTER = Pattern.compile("(?:after|since|from)\\s+(.+)");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:between|from)\\s+(.+?)\\s+(?:and|to|until)\\s+(.+)|(.+?)\\s*(?:\\.\\.|–|—|\\bto\\b)\\s*(.+)");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + ",?\\s+(\\d{4})");
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile(MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + ",?\\s+(?:of\\s+)?(\\d{4})");
    private static final Pattern SEASON_YEAR =
            Pattern.compile("(?:the\\s+)?(spring|summer|autumn|fall|winter),?\\s+(?:of\\s+)?(\\d{4})");
    private static final Pattern PART_YEAR = Pattern.compile("(early|mid|late)[ -](\\d{4})");
    private static final Pattern DECADE = Pattern.compile("(?:the\\s+)?(\\d{3})0s");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    private DatePhrase() {}

    static Optional<String> toEdtf(String words) {
        String edtf = words.strip().replace('x', 'X');
        Optional<Edtf.Bounds> bounds = Edtf.bounds(edtf);
        if (bounds.isPresent()) {
            return Optional.of(edtf).filter(said -> !bounds.get().sayNothing());
        }
        String plain = SPACES.matcher(words).replaceAll(" ").strip();
        return phrase(plain.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> phrase(String words) {
        if (words.startsWith("in ") || words.startsWith("on ")) {
            return toEdtf(words.substring(3));
        }
        Optional<String> between = between(words);
        if (between.isPresent()) {
            return between;
        }
        Matcher about = ABOUT.matcher(words);
        if (about.matches()) {
            return toEdtf(about.group(1)).map(edtf -> qualified(edtf, "~"));
        }
        Matcher maybe = MAYBE.matcher(words);
        if (maybe.matches()) {
            return toEdtf(maybe.group(1)).map(edtf -> qualified(edtf, "?"));
        }
        Matcher before = BEFORE.matcher(words);
        if (before.matches()) {
            return toEdtf(before.group(1)).filter(DatePhrase::isSingle).map(edtf -> "../" + edtf);
        }
        Matcher after = AFTER.matcher(words);
        if (after.matches()) {
            return toEdtf(after.group(1)).filter(DatePhrase::isSingle).map(edtf -> edtf + "/..");
        }
        return single(words);
    }

    private static Optional<String> between(String said) {
        Matcher matcher = BETWEEN.matcher(said);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String from = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
        String to = matcher.group(2) != null ? matcher.group(2) : matcher.group(4);
        Optional<String> last = toEdtf(to).filter(DatePhrase::isSingle);
        return toEdtf(from).filter(DatePhrase::isSingle).flatMap(first -> last.map(end -> first + "/" + end));
    }

    private static Optional<String> single(String said) {
        Matcher matcher = DAY_MONTH_YEAR.matcher(said);
        if (matcher.matches()) {
            return day(matcher.group(3), month(matcher.group(2)), matcher.group(1));
        }
        matcher = MONTH_DAY_YEAR.matcher(said);
        if (matcher.matches()) {
            return day(matcher.group(3), month(matcher.group(1)), matcher.group(2));
        }
        matcher = MONTH_YEAR.matcher(said);
        if (matcher.matches()) {
            return Optional.of(matcher.group(2) + "-" + twoDigits(month(matcher.group(1))));
        }
        matcher = SEASON_YEAR.matcher(said);
        if (matcher.matches()) {
            return Optional.of(matcher.group(2) + "-" + SEASONS.get(matcher.group(1)));
        }
        matcher = PART_YEAR.matcher(said);
        if (matcher.matches()) {
            String part = Objects.requireNonNull(PARTS.get(matcher.group(1)));
            return Optional.of(part.formatted(matcher.group(2), matcher.group(2)));
        }
        matcher = DECADE.matcher(said);
        if (matcher.matches()) {
            return Optional.of(matcher.group(1) + "X");
        }
        matcher = DOTTED.matcher(said);
        return matcher.matches()
                ? day(matcher.group(3), Integer.parseInt(matcher.group(2)), matcher.group(1))
                : Optional.empty();
    }

    private static int month(String name) {
        return Objects.requireNonNull(MONTHS.get(name.substring(0, 3)));
    }

    private static Optional<String> day(String year, int month, String day) {
        return Optional.of(year + "-" + twoDigits(month) + "-" + twoDigits(Integer.parseInt(day)))
                .filter(edtf -> Edtf.bounds(edtf).isPresent());
    }

    /// Latin digits whatever the machine's language is: EDTF has no others.
    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /// Each end that is known is marked; what is both uncertain and approximate has a mark of its own.
    private static String qualified(String edtf, String mark) {
        int slash = edtf.indexOf('/');
        if (slash >= 0) {
            return qualified(edtf.substring(0, slash), mark) + "/" + qualified(edtf.substring(slash + 1), mark);
        }
        if (edtf.equals("..") || edtf.endsWith("%") || edtf.endsWith(mark)) {
            return edtf;
        }
        return edtf.endsWith("~") || edtf.endsWith("?") ? edtf.substring(0, edtf.length() - 1) + "%" : edtf + mark;
    }

    private static boolean isSingle(String edtf) {
        return edtf.indexOf('/') < 0;
    }
}
