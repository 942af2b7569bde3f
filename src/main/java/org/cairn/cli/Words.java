package org.cairn.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.RecordKind;
import org.cairn.i18n.Messages;

/// Everything a command says, in one language: sentences, and what codes are called.
final class Words {

    /// Lists of codes whose words are not among those of the vocabularies.
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("profile", "bundle"),
            Map.entry("purpose", "bundle"),
            Map.entry("translationStatus", "bundle"),
            Map.entry("status", "reading"),
            Map.entry("reason", "reading"),
            Map.entry("missing", "testimony"),
            Map.entry("what", "cli"),
            Map.entry("pause", "cli"),
            Map.entry("aspect", "cli"),
            Map.entry("direction", "cli"),
            Map.entry("truth", "cli"),
            Map.entry("date-detail", "cli"),
            Map.entry("calendar", "dates"));

    private final Locale locale;
    private final Map<String, Messages> areas = new HashMap<>();

    Words(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /// The words of an area, such as `reading`.
    Messages area(String name) {
        return areas.computeIfAbsent(name, area -> Messages.of(area, locale));
    }

    /// A sentence of the command line's own.
    String text(String key, Object... arguments) {
        return area("cli").text(key, arguments);
    }

    /// What a code of a list is called, where somebody has named it; forms write codes in plain letters too.
    Optional<String> found(String list, String code) {
        Messages area = area(ELSEWHERE.getOrDefault(list, "vocabulary"));
        return Stream.of(code, code.replace(' ', '_').toUpperCase(Locale.ROOT))
                .map(written -> list + "." + written)
                .filter(area::has)
                .findFirst()
                .map(area::text);
    }

    /// What a code is called: the code itself where nobody named it.
    String word(String list, String code) {
        return found(list, code).orElse(code);
    }

    /// What a code is called, with the code beside it for whoever must type it.
    String named(String list, String code) {
        String word = word(list, code);
        return word.equalsIgnoreCase(code) ? word : text("code.beside", word, code);
    }

    /// A code that must be typed, with its word beside it unless that says nothing more.
    ///
    /// @param lists where the word may be
    String typed(Collection<String> lists, String code) {
        return lists.stream()
                .flatMap(list -> found(list, code).stream())
                .findFirst()
                .filter(word -> !plain(word).equals(plain(code)))
                .map(word -> text("code.beside", code, word))
                .orElse(code);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
    }

    String list(Stream<String> items) {
        return String.join(area("bundle").text("list.separator"), items.toList());
    }

    /// A language by its name, with the code that is typed for it.
    String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(locale);
        return name.isEmpty() || name.equals(tag) ? tag : text("code.beside", name, tag);
    }

    /// What a record is called in lists: what only has codes is called by their words.
    String title(RecordKind kind, String title) {
        return switch (kind) {
            case WITNESS -> word("witness-category", title);
            case CONSENT -> consent(title, title.indexOf(' '));
            default -> title;
        };
    }

    /// The same, of what may say itself what it is about: in quotation marks, as somebody else's words.
    String title(RecordKind kind, String title, Optional<String> said) {
        return said.map(subject -> text("title.said", subject)).orElseGet(() -> title(kind, title));
    }

    /// A scope and what was decided on it, with a blank between them.
    private String consent(String title, int blank) {
        return blank < 0
                ? title
                : text(
                        "field",
                        word("consent-scope", title.substring(0, blank)),
                        word("consent-decision", title.substring(blank + 1)));
    }
}
