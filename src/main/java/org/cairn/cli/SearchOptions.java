package org.cairn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What narrows a search.
final class SearchOptions {

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "testimony, evidence, witness, …")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "PHOTO, LABORATORY, FULL_STATEMENT, …")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "D",
            description = "what can have been on this day or later: 2014, 2014-03-05")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "D", description = "what can have been on this day or earlier")
    private @Nullable String to;

    @Option(names = "--language", split = ",", paramLabel = "xx", description = "en, ug, zh-Hans, …")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--protection", split = ",", paramLabel = "LEVEL", description = "PUBLIC … SEALED")
    private List<Protection> protections = new ArrayList<>();

    @Option(names = "--sort", paramLabel = "BY", description = "relevance, date or reference")
    private SearchRequest.Sort sort = SearchRequest.Sort.RELEVANCE;

    @Option(names = "--limit", paramLabel = "N", description = "how many items at most")
    private int limit = 20;

    @Option(names = "--offset", paramLabel = "N", description = "how many items to leave out first")
    private int offset;

    @Option(names = "--passages", paramLabel = "N", description = "how many passages of each item at most")
    private int passages = 3;

    SearchRequest request(String query) {
        return request(query, limit);
    }

    SearchRequest request(String query, int most) {
        Filter filter = new Filter(
                kinds.stream().map(SearchOptions::kind).collect(Collectors.toSet()),
                types.stream().map(type -> type.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()),
                languages.stream().map(SearchOptions::language).collect(Collectors.toSet()),
                day("--from", from).flatMap(FuzzyDate::earliest),
                day("--to", to).flatMap(FuzzyDate::latest),
                Set.copyOf(protections),
                Optional.empty());
        return new SearchRequest(query, filter, sort, Math.clamp(most, 1, 10_000), Math.max(0, offset), passages);
    }

    private static Optional<FuzzyDate> day(String option, @Nullable String words) {
        return Optional.ofNullable(words)
                .map(said -> FuzzyDate.tryParse(said)
                        .orElseThrow(() -> new ArchiveException.InvalidInput(option, "notADate")));
    }

    private static RecordKind kind(String code) {
        return RecordKind.ofCode(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ArchiveException.InvalidInput("--kind", "unknownValue"));
    }

    private static LanguageTag language(String tag) {
        try {
            return new LanguageTag(tag);
        } catch (IllegalArgumentException e) {
            throw new ArchiveException.InvalidInput("--language", "unknownValue");
        }
    }
}
