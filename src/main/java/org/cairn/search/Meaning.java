package org.cairn.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.search.QueryWords.Word;

/// What one word or phrase of a query asks the index for.
final class Meaning {

    private static final float TITLE_WEIGHT = 0.5f;
    private static final int LONG_PART = 4;
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019\uFF07]");
    private static final Set<String> EXACT = Set.of(
            Fields.KIND,
            Fields.TYPE,
            Fields.LANGUAGE,
            Fields.PROTECTION,
            Fields.WITNESS,
            Fields.TAG,
            Fields.REFERENCE,
            Fields.REVIEWED,
            Fields.GRADE,
            Fields.AUTHENTICITY);

    private final QueryBuilder builder;
    private final RunMeaning runs;
    private final WildMeaning wild;
    private final BiFunction<String, Integer, Query> days;

    /// @param days what days ask the index for, written so and standing there in the query
    Meaning(Analyzer analyzer, BiFunction<String, Integer, Query> days) {
        this.days = days;
        this.builder = new QueryBuilder(analyzer);
        this.runs = new RunMeaning(analyzer);
        this.wild = new WildMeaning(analyzer, builder);
    }

    /// The query for a word; one that matches nothing where the word has no letters.
    ///
    /// @throws ArchiveException.QueryNotUnderstood when its field or value is none
    Query of(Word word) {
        if (word.field().isEmpty()) {
            return anywhere(word);
        }
        if (word.text().isBlank()) {
            throw new ArchiveException.QueryNotUnderstood(word.at(), "missingValue");
        }
        return inField(word);
    }

    private Query anywhere(Word word) {
        Query inText = content(Fields.TEXT, word);
        Query inTitle = content(Fields.TITLE, word);
        if (inText instanceof MatchNoDocsQuery && inTitle instanceof MatchNoDocsQuery) {
            return inText;
        }
        return new BooleanQuery.Builder()
                .add(inText, Occur.SHOULD)
                .add(new BoostQuery(inTitle, TITLE_WEIGHT), Occur.SHOULD)
                .build();
    }

    private Query content(String field, Word word) {
        if (word.wild()) {
            return wild.of(field, word);
        }
        // a word that the analyser cuts (CASE-2024/017, 血型) is looked for as a phrase
        Query query = phrase(field, word.text());
        if (word.kind() == Word.Kind.PHRASE || query instanceof MatchNoDocsQuery) {
            return query;
        }
        return elided(field, word.text(), query).orElseGet(() -> runs.of(field, word.text(), query));
    }

    /// Of `l'hôpital` and `İstanbul'da` the long part has to be there, the short one is welcome.
    private Optional<Query> elided(String field, String word, Query whole) {
        List<String> parts = APOSTROPHE
                .splitAsStream(word)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (parts.size() < 2
                || parts.get(0).length() < LONG_PART
                || parts.get(1).length() >= LONG_PART) {
            return Optional.empty();
        }
        return Optional.of(new BooleanQuery.Builder()
                .add(phrase(field, parts.getFirst()), Occur.MUST)
                .add(whole, Occur.SHOULD)
                .build());
    }

    private Query phrase(String field, String text) {
        Query query = builder.createPhraseQuery(field, text);
        return query == null ? new MatchNoDocsQuery() : query;
    }

    private Query inField(Word word) {
        String field = word.field();
        if (field.equals(Fields.TEXT) || field.equals(Fields.TITLE)) {
            return content(field, word);
        }
        if (field.equals(Fields.DATE)) {
            return days.apply(word.text(), word.at());
        }
        if (!EXACT.contains(field)) {
            throw new ArchiveException.QueryNotUnderstood(word.at(), "unknownField");
        }
        return switch (field) {
            case Fields.TYPE -> type(word);
            case Fields.REVIEWED -> reviewed(word);
            default -> key(field, cased(field, word.text()), word);
        };
    }

    /// By anybody, by nobody, or by one person.
    private static Query reviewed(Word word) {
        String value = word.text().toLowerCase(Locale.ROOT);
        Query anybody = new TermQuery(new Term(Fields.REVIEWED, Fields.BY_ANYBODY));
        return switch (value) {
            case "yes" -> anybody;
            case "no" ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.MUST)
                        .add(anybody, Occur.MUST_NOT)
                        .build();
            default -> key(Fields.REVIEWED, Fields.BY + value, word);
        };
    }

    /// Types are codes in capitals or, of forms people bring, in letters of their own.
    private static Query type(Word word) {
        String value = word.text();
        if (word.wild()) {
            return key(Fields.TYPE, value.toUpperCase(Locale.ROOT), word);
        }
        return new TermInSetQuery(
                Fields.TYPE,
                Stream.of(value, value.toUpperCase(Locale.ROOT))
                        .map(Fields::kept)
                        .map(BytesRef::new)
                        .toList());
    }

    private static Query key(String field, String value, Word word) {
        Term term = new Term(field, Fields.kept(value));
        try {
            return word.wild() ? new WildcardQuery(term) : new TermQuery(term);
        } catch (TooComplexToDeterminizeException e) {
            throw new ArchiveException.QueryNotUnderstood(word.at(), "tooManyWords");
        }
    }

    private static String cased(String field, String value) {
        return switch (field) {
            case Fields.WITNESS, Fields.REFERENCE ->
                Reference.tryParse(value).map(Reference::toString).orElse(value.toUpperCase(Locale.ROOT));
            case Fields.PROTECTION, Fields.AUTHENTICITY ->
                value.toUpperCase(Locale.ROOT).replace('-', '_');
            case Fields.GRADE -> value.toUpperCase(Locale.ROOT);
            case Fields.KIND, Fields.TAG -> value.toLowerCase(Locale.ROOT);
            case Fields.LANGUAGE ->
                value.indexOf('*') < 0 ? Locale.forLanguageTag(value).toLanguageTag() : value;
            default -> value;
        };
    }
}
