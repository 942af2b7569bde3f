package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.cairn.dates.Said;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Parsed;
import org.cairn.domain.query.Place;
import org.cairn.domain.query.QueryLanguage;
import org.cairn.domain.query.SynonymSwitch;
import org.cairn.domain.search.SearchRequest;

/// Turns what a query asks for into what the index is asked.
final class QueryReader {

    private static final float SMALL_WEIGHT = 0.1f;
    private static final int WORDS_OF_A_QUESTION = 4;

    private final Meaning meaning;
    private final NearMeaning near;
    private final WordRuns runs;

    private QueryReader(Meaning meaning, NearMeaning near, NameMeaning names, SynonymMeaning synonyms) {
        this.meaning = meaning;
        this.near = near;
        this.runs = new WordRuns(names, synonyms, meaning);
    }

    /// The query of a request, with its dates as whoever looks says them; all passages where it has no words.
    ///
    /// @param known the words that whoever looks may know of
    /// @param table words that mean the same for whoever looks
    /// @param matched is told what it asks for in other letters and words
    /// @throws ArchiveException.QueryNotUnderstood with the place and a reason
    static Query read(
            SearchRequest request, Analyzer analyzer, KnownWords known, SynonymTable table, NamesMatched matched) {
        Said said = Said.in(request.language(), "").on(request.on());
        return read(request, analyzer, known, table, matched, (days, at) -> Limits.days(days, at, said));
    }

    /// The same query, whatever days it asks for.
    static Query readWhenever(SearchRequest request, Analyzer analyzer, KnownWords known, SynonymTable table) {
        return read(request, analyzer, known, table, new NamesMatched(), (days, at) -> new MatchAllDocsQuery());
    }

    private static Query read(
            SearchRequest request,
            Analyzer analyzer,
            KnownWords known,
            SynonymTable table,
            NamesMatched matched,
            BiFunction<String, Place, Query> days) {
        Asked typed = understood(request.query());
        Asked asked = SynonymSwitch.rest(typed);
        Spelled spelled = new Spelled(analyzer, spoken(known));
        PatternMeaning patterns = new PatternMeaning(analyzer, spelled, known);
        WordMeaning words = new WordMeaning(analyzer, spelled, known, patterns);
        NameMeaning names = new NameMeaning(spelled, known, matched);
        SynonymMeaning synonyms = new SynonymMeaning(
                SynonymSwitch.isOff(typed) ? SynonymTable.NONE : table, spelled, words, known, matched);
        return new QueryReader(
                        new Meaning(words, names, synonyms, days),
                        new NearMeaning(spelled, patterns, synonyms),
                        names,
                        synonyms)
                .of(asked, "");
    }

    /// Whether it is a question of several words of which one is enough.
    static boolean asksAQuestion(String query) {
        return SynonymSwitch.rest(understood(query)) instanceof Asked.Any any
                && any.parts().size() >= WORDS_OF_A_QUESTION
                && any.parts().stream().allMatch(QueryReader::isPlain);
    }

    /// Whether it asks for days anywhere.
    static boolean asksForDays(String query) {
        return asksForDays(understood(query));
    }

    private static boolean asksForDays(Asked asked) {
        return switch (asked) {
            case Asked.All all -> all.parts().stream().anyMatch(QueryReader::asksForDays);
            case Asked.Any any -> any.parts().stream().anyMatch(QueryReader::asksForDays);
            case Asked.Not not -> asksForDays(not.unwanted());
            case Asked.Within within -> within.field().equals(Fields.DATE) || asksForDays(within.value());
            default -> false;
        };
    }

    private static Asked understood(String query) {
        return switch (QueryLanguage.parse(query)) {
            case Parsed.Understood understood -> understood.asked();
            case Parsed.Misread fault -> throw misread(fault.place(), fault.reason());
        };
    }

    static ArchiveException.QueryNotUnderstood misread(Place place, String reason) {
        return new ArchiveException.QueryNotUnderstood(place.start(), place.end(), reason);
    }

    /// The languages of the archive, also where only one of them is asked for: what is narrowed by its language is
    /// part of what is found without, and as many as its facet has counted.
    private static Set<Language> spoken(KnownWords known) {
        try {
            return known.languages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param field the field it stands in, or empty
    private Query of(Asked asked, String field) {
        return switch (asked) {
            case Asked.Everything everything -> new MatchAllDocsQuery();
            case Asked.All all -> all(all.parts(), field);
            case Asked.Any any -> any(any.parts(), field);
            case Asked.Not not -> all(List.of(not), field);
            case Asked.Near pair -> near.of(pair, field);
            case Asked.Within within -> {
                meaning.requireField(within);
                yield of(within.value(), within.field());
            }
            case Asked.Word word -> meaning.of(word, field, false);
            case Asked.Phrase phrase -> meaning.of(phrase, field, false);
            case Asked.Exactly exactly -> meaning.of(exactly, field, false);
            case Asked.Fuzzy fuzzy -> meaning.of(fuzzy, field, false);
            case Asked.Pattern pattern -> meaning.of(pattern, field, false);
        };
    }

    private Query any(List<Asked> parts, String field) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        boolean asks = isQuestion(parts);
        parts.forEach(part -> any.add(alternative(part, field, asks), Occur.SHOULD));
        return any.build();
    }

    /// Whether alternatives are the words of a question, of which a piece of one is enough: of others each finds
    /// what it finds alone, and all of them together no more.
    private static boolean isQuestion(List<Asked> parts) {
        return parts.stream().allMatch(QueryReader::isPlain)
                && (parts.size() >= WORDS_OF_A_QUESTION
                        || parts.stream()
                                .anyMatch(part -> part instanceof Asked.Word word && RunMeaning.asks(word.text())));
    }

    private static boolean isPlain(Asked part) {
        return part instanceof Asked.Word word && !word.wild();
    }

    /// A small word among others weighs less, and is found all the same.
    private Query alternative(Asked part, String field, boolean ofAQuestion) {
        Query query = part instanceof Asked.Word word ? meaning.of(word, field, ofAQuestion) : of(part, field);
        boolean small = field.isEmpty() && part instanceof Asked.Word word && SmallWords.has(word.text());
        return small ? new BoostQuery(query, SMALL_WEIGHT) : query;
    }

    private Query all(List<Asked> parts, String field) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int wanted = 0;
        int unwanted = 0;
        Query only = new MatchNoDocsQuery();
        for (int i = 0; i < parts.size(); i++) {
            Asked part = parts.get(i);
            Optional<WordRuns.Run> run = runs.of(parts, i, field);
            if (run.isPresent()) {
                only = run.get().query();
                all.add(only, Occur.MUST);
                wanted++;
                i += run.get().words() - 1;
                continue;
            }
            boolean negated = part instanceof Asked.Not;
            Query one = of(part instanceof Asked.Not not ? not.unwanted() : part, field);
            if (one instanceof MatchNoDocsQuery && (negated ? isWordless(part) : asksForNothing(part))) {
                // a mark without letters asks for nothing
                continue;
            }
            all.add(one, negated ? Occur.MUST_NOT : Occur.MUST);
            wanted += negated ? 0 : 1;
            unwanted += negated ? 1 : 0;
            only = one;
        }
        if (wanted == 1 && unwanted == 0) {
            return only;
        }
        if (wanted == 0 && unwanted > 0) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return wanted + unwanted == 0 ? new MatchNoDocsQuery() : all.build();
    }

    /// Whether what is not wanted has no letters: without them it would leave everything.
    private static boolean isWordless(Asked part) {
        return switch (part) {
            case Asked.Not not -> isWordless(not.unwanted());
            case Asked.Word word -> word.text().codePoints().noneMatch(Character::isLetterOrDigit);
            default -> false;
        };
    }

    private static boolean asksForNothing(Asked part) {
        return part instanceof Asked.Word || part instanceof Asked.Phrase || part instanceof Asked.Fuzzy;
    }
}
