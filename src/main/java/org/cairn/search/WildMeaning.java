package org.cairn.search;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Place;

/// What a word with `*` (any letters) or `?` (one letter) asks for.
final class WildMeaning {

    private static final Pattern WILD = Pattern.compile("[*?]+");
    private static final Pattern OPENS_WILD = Pattern.compile("[*?]");
    /// Where the analyser cuts, unless a star or question mark stands there.
    private static final Pattern CUT = Pattern.compile("[^\\p{L}\\p{N}\\p{M}*?\\u200C\\u200D]+");
    /// A star in front reads every word there is: it has to be worth it.
    private static final int LETTERS_AFTER_A_STAR = 2;

    private static final int MOST_MARKS = 20;

    private final Analyzer analyzer;
    private final QueryBuilder builder;

    WildMeaning(Analyzer analyzer, QueryBuilder builder) {
        this.analyzer = analyzer;
        this.builder = builder;
    }

    /// @throws ArchiveException.QueryNotUnderstood when too many words would fit
    Query of(String field, Asked.Word word) {
        String text = word.text();
        requireEnough(word);
        if (field.equals(Fields.TEXT) && Codes.looksLikeOne(WILD.matcher(text).replaceAll(""))) {
            return code(word);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int pieces = 0;
        for (String piece : CUT.split(text)) {
            Query query = piece(field, piece, word.at());
            if (!(query instanceof MatchNoDocsQuery)) {
                all.add(query, Occur.MUST);
                pieces++;
            }
        }
        return pieces == 0 ? new MatchNoDocsQuery() : all.build();
    }

    /// A code is kept whole; its pieces are looked for too, so that they are shown where they stand.
    private Query code(Asked.Word word) {
        BooleanQuery.Builder code = new BooleanQuery.Builder();
        code.add(wildcard(Fields.CODE, Codes.lowered(word.text()), word.at()), Occur.MUST);
        for (String piece : WILD.split(word.text())) {
            Query query = phrase(Fields.TEXT, piece);
            if (!(query instanceof MatchNoDocsQuery)) {
                code.add(query, Occur.SHOULD);
            }
        }
        return code.build();
    }

    private Query piece(String field, String piece, Place at) {
        if (!WILD.matcher(piece).find()) {
            return phrase(field, piece);
        }
        if (isCut(field, piece)) {
            return cut(field, piece, at);
        }
        String folded = analyzer.normalize(field, piece).utf8ToString();
        return WILD.matcher(folded).replaceAll("").isEmpty() ? new MatchNoDocsQuery() : wildcard(field, folded, at);
    }

    /// Whether the index cuts what stands between stars: Chinese and Japanese into characters, Thai, Lao, Khmer and
    /// Burmese into the words of a dictionary.
    private boolean isCut(String field, String piece) {
        return piece.codePoints().anyMatch(Character::isIdeographic)
                || WILD.splitAsStream(piece).anyMatch(part -> phrase(field, part) instanceof PhraseQuery);
    }

    /// What stands between stars is a phrase; of one that a star follows, the last word may go on.
    private Query cut(String field, String piece, Place at) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        String[] parts = WILD.split(piece);
        for (int i = 0; i < parts.length; i++) {
            Query query = phrase(field, parts[i]);
            boolean goesOn = i < parts.length - 1
                    || OPENS_WILD.matcher(piece.substring(piece.length() - 1)).matches();
            if (!(query instanceof MatchNoDocsQuery)) {
                all.add(query instanceof PhraseQuery phrase && goesOn ? goingOn(phrase, at) : query, Occur.MUST);
            }
        }
        return all.build();
    }

    /// A phrase, or its beginning beside a word that begins like its last.
    private static Query goingOn(PhraseQuery phrase, Place at) {
        Term[] words = phrase.getTerms();
        Term last = words[words.length - 1];
        if (last.text().codePoints().anyMatch(Character::isIdeographic)) {
            return phrase;
        }
        PhraseQuery.Builder before = new PhraseQuery.Builder();
        Arrays.stream(words).limit(words.length - 1L).forEach(before::add);
        Query open = new BooleanQuery.Builder()
                .add(before.build(), Occur.MUST)
                .add(wildcard(last.field(), last.text() + "*", at), Occur.MUST)
                .build();
        return new BooleanQuery.Builder()
                .add(phrase, Occur.SHOULD)
                .add(open, Occur.SHOULD)
                .build();
    }

    private Query phrase(String field, String words) {
        Query query = builder.createPhraseQuery(field, words);
        return query == null ? new MatchNoDocsQuery() : query;
    }

    private static Query wildcard(String field, String pattern, Place at) {
        Term term = new Term(field, pattern);
        if (!WILD.matcher(pattern).find()) {
            return new TermQuery(term);
        }
        try {
            return OPENS_WILD.matcher(pattern).lookingAt()
                    ? PatternMeaning.words(
                            term, WildcardQuery.toAutomaton(term, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT))
                    : new WildcardQuery(
                            term, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT, MultiTermQuery.CONSTANT_SCORE_REWRITE);
        } catch (TooComplexToDeterminizeException e) {
            throw QueryReader.misread(at, "tooManyWords");
        }
    }

    static void requireEnough(Asked.Word word) {
        String text = word.text();
        long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
        boolean ideographic = text.codePoints().anyMatch(Character::isIdeographic);
        boolean opensWild = text.charAt(0) == '*' || text.charAt(0) == '?';
        long marks = text.codePoints()
                .filter(letter -> letter == '*' || letter == '?')
                .count();
        if (marks > MOST_MARKS || letters < (opensWild && !ideographic ? LETTERS_AFTER_A_STAR : 1)) {
            throw QueryReader.misread(word.at(), "tooManyWords");
        }
    }
}
