package org.cairn.domain.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a passage without pages covers, as its own format counts: rows of a sheet, messages of a chat.
///
/// Written `ROWS 51 100 Wards`.
///
/// @param of what is counted
/// @param from the first, from 1
/// @param to the last
/// @param within the name of the sheet, on one line; empty where there is none
public record Extent(Counted of, int from, int to, String within) {

    private static final int LONGEST = 200;

    private static final Pattern WRITTEN =
            Pattern.compile("(ROWS|MESSAGES) (\\d{1,9}) (\\d{1,9})(?: (.*))?", Pattern.DOTALL);

    /// What an extent counts.
    public enum Counted {
        ROWS,
        MESSAGES
    }

    public Extent {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("an extent goes from its first to its last");
        }
        String line = within.replaceAll("\\s+", " ").strip();
        within = line.length() > LONGEST ? line.substring(0, line.offsetByCodePoints(0, LONGEST / 2)) : line;
    }

    /// As the archive keeps it.
    public String written() {
        return of + " " + from + " " + to + (within.isEmpty() ? "" : " " + within);
    }

    /// Reads what [#written] wrote.
    public static Optional<Extent> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(2));
        int to = Integer.parseInt(matcher.group(3));
        String within = Optional.ofNullable(matcher.group(4)).orElse("");
        return from < 1 || to < from
                ? Optional.empty()
                : Optional.of(new Extent(Counted.valueOf(matcher.group(1)), from, to, within));
    }

    /// The end of the keys of the words that say it: `rows`, `row`, `messages`, `message`.
    public String wording() {
        String several = of.name().toLowerCase(Locale.ROOT);
        return from == to ? several.substring(0, several.length() - 1) : several;
    }

    @Override
    public String toString() {
        return of + " " + from + "–" + to;
    }
}
