package org.cairn.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;

/// By which numbers messages name themselves and those they answer (RFC 5322, 3.6.4).
final class LetterLinks {

    private static final Pattern NUMBER = Pattern.compile("<([^<>\\s]{1,250})>");
    /// The first began the talk and the last are the nearest: what lies between in an endless one is left out.
    private static final int MOST = 60;

    private LetterLinks() {}

    static void about(Metadata metadata, Map<String, String> told) {
        put(told, "messageId", numbers(metadata, "Message:Raw-Header:Message-ID", "mapi:internet-message-id"), 1);
        put(told, "inReplyTo", numbers(metadata, "Message:Raw-Header:In-Reply-To", "mapi:in-reply-to-id"), 4);
        put(told, "references", numbers(metadata, "Message:Raw-Header:References", "mapi:internet-references"), MOST);
    }

    private static void put(Map<String, String> told, String name, List<String> numbers, int most) {
        List<String> kept = numbers;
        if (numbers.size() > most) {
            kept = new ArrayList<>(numbers.subList(numbers.size() - most + 1, numbers.size()));
            kept.addFirst(numbers.getFirst());
        }
        if (!kept.isEmpty()) {
            told.put(name, String.join(" ", kept));
        }
    }

    private static List<String> numbers(Metadata metadata, String... keys) {
        Set<String> found = new LinkedHashSet<>();
        for (String key : keys) {
            for (String value : found.isEmpty() ? metadata.getValues(key) : new String[0]) {
                Matcher matcher = NUMBER.matcher(value);
                while (matcher.find()) {
                    String number = CleanText.of(matcher.group(1));
                    if (!number.isEmpty()) {
                        found.add(number);
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
