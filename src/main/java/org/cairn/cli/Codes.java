package org.cairn.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.archive.Bundles;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.RecordKind;

/// Which codes may stand after which option, for help and for refusals.
final class Codes {

    /// Every list that some kind of record takes its type from.
    static final List<String> TYPES = List.of("evidence-type", "interview-kind", "witness-category", "consent-scope");

    /// The lists that hold the words of an option's codes, by the option's name.
    private static final Map<String, List<String>> LISTS = Map.ofEntries(
            Map.entry("acquired", List.of("acquisition")),
            Map.entry("protection", List.of("protection")),
            Map.entry("keptas", List.of("protection")),
            Map.entry("role", List.of("role")),
            Map.entry("kind", List.of("record-kind")),
            Map.entry("template", List.of("record-kind")),
            Map.entry("scope", List.of("consent-scope")),
            Map.entry("profile", List.of("profile")),
            Map.entry("value", List.of("authenticity")),
            Map.entry("reason", List.of("redaction-reason")),
            Map.entry("action", List.of("handling")),
            Map.entry("bearing", List.of("bearing")),
            Map.entry("directness", List.of("directness")),
            Map.entry("standing", List.of("link-standing")),
            Map.entry("type", TYPES));

    private Codes() {}

    /// The codes of an option, each with its word beside it: `LEAK (leaked)`.
    ///
    /// @param option `--kind`, or `KIND` for what stands without an option
    static String typed(Words words, String option, Collection<String> codes) {
        List<String> lists = LISTS.getOrDefault(plain(option), List.of());
        return words.list(codes.stream().map(code -> words.typed(lists, code)));
    }

    /// Everything that may stand after an option; nothing where that cannot be counted up.
    static String all(Words words, String option) {
        return plain(option).equals("lang") ? languages(words) : typed(words, option, codes(plain(option)));
    }

    private static Collection<String> codes(String option) {
        return switch (option) {
            case "kind" ->
                Arrays.stream(RecordKind.values()).map(RecordKind::code).toList();
            case "template" -> RecordCommand.TEMPLATES;
            case "profile" -> Bundles.profiles();
            case "calendar" -> DateCommand.calendars();
            case "type" -> List.of("PHOTO", "LABORATORY", "FULL_STATEMENT");
            default ->
                LISTS.getOrDefault(option, List.of()).stream()
                        .flatMap(list -> Vocabulary.codes(list).stream())
                        .toList();
        };
    }

    /// Each in its own words: whoever looks for theirs may not read the others.
    private static String languages(Words words) {
        return words.list(SpokenLanguage.codes().stream()
                .map(Locale::of)
                .map(language -> words.text("code.beside", language.getLanguage(), language.getDisplayName(language))));
    }

    private static String plain(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
