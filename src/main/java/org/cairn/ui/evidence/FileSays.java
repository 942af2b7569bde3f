package org.cairn.ui.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.domain.reading.Reading;
import org.cairn.ui.common.Words;

/// What a file says of itself, in the words of a description: claims, until a person takes them over.
record FileSays(
        Optional<ClaimedDate> date, Optional<String> title, Optional<String> author, Optional<String> recipient) {

    static FileSays of(Optional<Reading> reading) {
        Map<String, String> told = reading.map(Reading::metadata).orElse(Map.of());
        return new FileSays(
                reading.flatMap(ClaimedDate::of),
                first(told, "title", "subject"),
                first(told, "from", "author"),
                first(told, "to"));
    }

    private static Optional<String> first(Map<String, String> told, String... names) {
        return Stream.of(names)
                .map(name -> told.getOrDefault(name, "").replaceAll("\\s+", " ").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// The claimed day in words: what happened on it, and which it was.
    static String day(Words words, ClaimedDate claim) {
        String day = claim.date().earliest().map(words::day).orElse(claim.date().edtf());
        return switch (claim.of()) {
            case SENT -> words.of("evidence").text("claimed.sent", day);
            case TAKEN -> words.of("evidence").text("claimed.taken", day);
            case MADE -> words.of("evidence").text("claimed.made", day);
        };
    }

    /// Whether an item is still called what its file was called.
    static boolean unnamed(EvidenceItem item, String title) {
        return title.isBlank() || title.strip().equals(item.fileName());
    }

    @Override
    public String toString() {
        return "FileSays";
    }
}
