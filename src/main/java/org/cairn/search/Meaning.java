package org.cairn.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Place;
import org.cairn.domain.query.SynonymSwitch;

/// What one word, phrase or value of a query asks the index for.
final class Meaning {

    static final float TITLE_WEIGHT = 0.5f;

    private static final Set<String> OF_WORDS = Set.of(Fields.TEXT, Fields.TITLE, Fields.PLACE);

    private final WordMeaning words;
    private final NameMeaning names;
    private final SynonymMeaning synonyms;
    private final BiFunction<String, Place, Query> days;

    /// @param days what days ask the index for, written so and standing there in the query
    Meaning(WordMeaning words, NameMeaning names, SynonymMeaning synonyms, BiFunction<String, Place, Query> days) {
        this.words = words;
        this.names = names;
        this.synonyms = synonyms;
        this.days = days;
    }

    /// Whether a field holds words, as texts, titles and places do.
    static boolean isOfWords(String field) {
        return OF_WORDS.contains(field);
    }

    /// @throws ArchiveException.QueryNotUnderstood when there is no such field
    void requireField(Asked.Within within) {
        String field = within.field();
        if (field.equals(SynonymSwitch.FIELD)) {
            throw QueryReader.misread(within.at(), "synonymsPlace");
        }
        if (!isOfWords(field) && !field.equals(Fields.DATE) && !KeyMeaning.knows(field)) {
            throw QueryReader.misread(within.at(), "unknownField");
        }
    }

    /// The query for a word; one that matches nothing where the word has no letters.
    ///
    /// @throws ArchiveException.QueryNotUnderstood when its value is none
    ///
    /// @param ofAQuestion whether it is a word of a question, of which a piece is enough
    Query of(Asked leaf, String field, boolean ofAQuestion) {
        if (field.isEmpty()) {
            return anywhere(leaf, ofAQuestion);
        }
        if (isOfWords(field)) {
            value(leaf);
            Query asked = words.of(field, leaf, ofAQuestion);
            return leaf instanceof Asked.Word word ? with(asked, synonyms.of(word, field)) : asked;
        }
        String value = value(leaf).orElseThrow(() -> QueryReader.misread(leaf.at(), "wordsOnly"));
        boolean wild = leaf instanceof Asked.Word word && word.wild();
        return field.equals(Fields.DATE) ? days.apply(value, leaf.at()) : KeyMeaning.of(field, value, wild, leaf.at());
    }

    /// What is written there, where it is written as letters.
    private static Optional<String> value(Asked leaf) {
        Optional<String> value = switch (leaf) {
            case Asked.Word word -> Optional.of(word.text());
            case Asked.Phrase phrase -> Optional.of(phrase.text());
            case Asked.Exactly exactly -> Optional.of(exactly.text());
            default -> Optional.empty();
        };
        value.filter(String::isBlank).ifPresent(blank -> {
            throw QueryReader.misread(leaf.at(), "missingValue");
        });
        return value;
    }

    private Query anywhere(Asked leaf, boolean ofAQuestion) {
        Query inText = words.of(Fields.TEXT, leaf, ofAQuestion);
        Query inTitle = words.of(Fields.TITLE, leaf, ofAQuestion);
        if (inText instanceof MatchNoDocsQuery && inTitle instanceof MatchNoDocsQuery) {
            return inText;
        }
        Query asked = new BooleanQuery.Builder()
                .add(inText, Occur.SHOULD)
                .add(new BoostQuery(inTitle, TITLE_WEIGHT), Occur.SHOULD)
                .build();
        return leaf instanceof Asked.Word word ? with(with(asked, names.of(word)), synonyms.of(word, "")) : asked;
    }

    /// Where the word stands as it was asked for, the others add nothing.
    static Query with(Query asked, Optional<Query> others) {
        return others.<Query>map(other -> new DisjunctionMaxQuery(List.of(asked, other), 0))
                .orElse(asked);
    }
}
