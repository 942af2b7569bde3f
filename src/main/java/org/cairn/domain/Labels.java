package org.cairn.domain;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Words in several languages, by language tag: which of them somebody reads.
public final class Labels {

    private Labels() {}

    static Map<String, String> of(String field, Map<String, String> given) {
        given.keySet().forEach(language -> requireLanguage(field, language));
        return Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    private static void requireLanguage(String field, String language) {
        try {
            new LanguageTag(language);
        } catch (IllegalArgumentException e) {
            throw new ArchiveException.InvalidInput(field + "." + language, "notALanguage");
        }
    }

    /// The words for a reader: in their language, else in the language a form was written in, else in English, else in
    /// whichever comes first; nothing where there are none.
    ///
    /// @param reader the tag of the language somebody reads, such as `fr` or `zh-Hans`
    /// @param own the tag of the language they were written in first
    public static Optional<String> read(Map<String, String> labels, String reader, String own) {
        return Stream.of(reader, own, "en")
                .flatMap(language -> in(labels, language).stream())
                .findFirst()
                .or(() -> labels.values().stream()
                        .filter(words -> !words.isBlank())
                        .findFirst());
    }

    /// The words in a language, whichever region or script of it.
    private static Optional<String> in(Map<String, String> labels, String language) {
        List<String> tags = List.of(language, primary(language));
        return tags.stream()
                .map(labels::get)
                .filter(words -> words != null && !words.isBlank())
                .findFirst()
                .or(() -> labels.entrySet().stream()
                        .filter(entry -> primary(entry.getKey()).equals(primary(language)))
                        .map(Map.Entry::getValue)
                        .filter(words -> !words.isBlank())
                        .findFirst());
    }

    private static String primary(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() ? tag : language;
    }
}
