package org.cairn.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.cairn.domain.query.Asked;
import org.cairn.search.Spelled.Token;

/// What a word or phrase asks for in a text or a title.
final class WordMeaning {

    private static final int LONG_PART = 4;
    /// The word without its marks, in a language whose words have no other forms.
    private static final float UNMARKED = 0.03f;
    /// The word with its marks, in a language whose stems are known.
    private static final float MARKED = 0.03f;
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019\uFF07]");

    private final QueryBuilder builder;
    private final Spelled spelled;
    private final RunMeaning runs;
    private final WildMeaning wild;
    private final PatternMeaning patterns;

    WordMeaning(Analyzer analyzer, Spelled spelled, KnownWords known, PatternMeaning patterns) {
        this.builder = new QueryBuilder(analyzer);
        this.spelled = spelled;
        this.runs = new RunMeaning(spelled, known);
        this.wild = new WildMeaning(analyzer, builder);
        this.patterns = patterns;
    }

    /// @param ofAQuestion whether it is a word of a question, of which a piece is enough
    Query of(String field, Asked leaf, boolean ofAQuestion) {
        return switch (leaf) {
            case Asked.Word word -> word.wild() ? wild.of(field, word) : word(field, word.text(), ofAQuestion);
            case Asked.Phrase phrase -> phrase(field, phrase.text());
            case Asked.Exactly exactly -> exactly(field, exactly.text());
            case Asked.Fuzzy fuzzy -> patterns.fuzzy(field, fuzzy);
            case Asked.Pattern pattern -> patterns.regex(field, pattern);
            default -> throw new IllegalArgumentException("this is no word");
        };
    }

    private Query word(String field, String text, boolean ofAQuestion) {
        List<Token> tokens = spelled.tokens(field, text);
        Query asked = word(field, text, tokens, ofAQuestion);
        List<String> letters = tokens.stream().map(Token::folded).toList();
        return Meaning.with(asked, Acronym.otherwise(field, text, letters));
    }

    private Query word(String field, String text, List<Token> tokens, boolean ofAQuestion) {
        if (tokens.size() == 1) {
            return accented(field, tokens.getFirst());
        }
        // a word that the analyser cuts (CASE-2024/017, 血型) is looked for as a phrase
        Query query = phrase(field, text);
        return query instanceof MatchNoDocsQuery
                ? query
                : elided(field, text, query).orElseGet(() -> runs.of(field, text, query, ofAQuestion));
    }

    /// A word with marks counts most where it has the same: much in languages whose words have no other forms, as
    /// Vietnamese, and little in those of which the stems are known.
    private Query accented(String field, Token token) {
        Query any = stemmed(field, token);
        boolean hasForms = spelled.hasForms(token);
        return Accented.form(token.written())
                .<Query>map(form -> new BooleanQuery.Builder()
                        .add(hasForms ? any : new BoostQuery(any, UNMARKED), Occur.SHOULD)
                        .add(new BoostQuery(new TermQuery(new Term(field, form)), hasForms ? MARKED : 1), Occur.SHOULD)
                        .build())
                .orElse(any);
    }

    /// The word or another with its stem.
    Query stemmed(String field, Token token) {
        Term word = new Term(field, token.folded());
        List<Term> stems = spelled.stems(field, token);
        if (stems.isEmpty()) {
            return new TermQuery(word);
        }
        SynonymQuery.Builder any = new SynonymQuery.Builder(field).addTerm(word);
        stems.forEach(any::addTerm);
        return any.build();
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
        List<Token> longest = spelled.tokens(field, parts.getFirst());
        Query needed = longest.size() == 1 ? stemmed(field, longest.getFirst()) : phrase(field, parts.getFirst());
        return Optional.of(new BooleanQuery.Builder()
                .add(needed, Occur.MUST)
                .add(whole, Occur.SHOULD)
                .build());
    }

    private Query exactly(String field, String text) {
        Query folded = phrase(field, text);
        return folded instanceof MatchNoDocsQuery ? folded : new ExactQuery(folded, field, text.strip());
    }

    private Query phrase(String field, String text) {
        Query query = builder.createPhraseQuery(field, text);
        return query == null ? new MatchNoDocsQuery() : query;
    }
}
