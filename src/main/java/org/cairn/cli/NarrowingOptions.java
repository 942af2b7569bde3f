package org.cairn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchRequest.Filter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What narrows what is looked at.
final class NarrowingOptions {

    @Option(names = "--kind", split = ",", paramLabel = "KIND")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--type", split = ",", paramLabel = "TYPE")
    private List<String> types = new ArrayList<>();

    @Option(names = "--from", paramLabel = "D")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "D")
    private @Nullable String to;

    @Option(names = "--language", split = ",", paramLabel = "xx")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--protection", split = ",", paramLabel = "LEVEL")
    private List<Protection> protections = new ArrayList<>();

    /// @param spoken the language in which dates are tried first
    Filter filter(Locale spoken) {
        return new Filter(
                kinds.stream().map(kind -> Allowed.kind("--kind", kind)).collect(Collectors.toSet()),
                types.stream().map(NarrowingOptions::type).collect(Collectors.toSet()),
                languages.stream().map(NarrowingOptions::language).collect(Collectors.toSet()),
                Allowed.date("--from", from, spoken).flatMap(FuzzyDate::earliest),
                Allowed.date("--to", to, spoken).flatMap(FuzzyDate::latest),
                Set.copyOf(protections),
                Optional.empty());
    }

    /// A code of any list that some kind of record takes its type from; a form's type (`payment/1`) is its form.
    private static String type(String given) {
        return given.indexOf('/') > 0
                ? given.toLowerCase(Locale.ROOT)
                : Allowed.code("--type", given, "evidence-type", "interview-kind", "witness-category", "consent-scope");
    }

    private static LanguageTag language(String tag) {
        try {
            return new LanguageTag(tag);
        } catch (IllegalArgumentException e) {
            throw Allowed.refused("--language", List.of("en", "ug", "zh-Hans", "…"));
        }
    }
}
