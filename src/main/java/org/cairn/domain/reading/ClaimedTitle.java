package org.cairn.domain.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a message itself says it is about: a claim of whoever wrote it, and no title that anybody here gave.
///
/// Lists show it, as somebody else's words, while an item is still called what its file was called. Documents say
/// titles too, mostly those of another document that they were made from: they are shown where an item is described.
public final class ClaimedTitle {

    /// Kinds of files that are messages.
    public static final Set<String> MESSAGES =
            Set.of("message/rfc822", "message/x-emlx", "message/news", "application/vnd.ms-outlook");

    private static final int LONGEST = 200;
    private static final String GAPS = "[\\s\\p{Cntrl}\\u2028\\u2029]+";
    /// Signs that turn the direction of what stands behind them: a line goes on after the subject.
    private static final String TURNING = "[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

    private ClaimedTitle() {}

    /// The subject of a message; nothing of any other file.
    public static Optional<String> of(Reading reading) {
        Map<String, String> told = reading.metadata();
        return MESSAGES.contains(reading.mediaType().toLowerCase(Locale.ROOT))
                ? clean(told.getOrDefault("subject", told.getOrDefault("title", "")))
                : Optional.empty();
    }

    /// As it fits into a line; nothing where that is nothing.
    public static Optional<String> clean(String subject) {
        String line = subject.replaceAll(TURNING, "").replaceAll(GAPS, " ").strip();
        if (line.codePointCount(0, line.length()) > LONGEST) {
            line = line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}
