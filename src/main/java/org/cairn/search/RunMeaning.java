package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What a run of letters asks for in a script that puts no spaces between words: a whole question may be one run.
///
/// A short run is looked for as it stands. Of a longer one enough pieces have to be there, and where all stand together
/// they count more: pairs of neighbours where a letter or syllable is a piece (Chinese, Japanese, Tibetan), words where
/// a dictionary cuts (Thai, Lao, Khmer, Burmese).
final class RunMeaning {

    private static final Set<Integer> LETTER_BY_LETTER =
            Set.of(UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.TIBETAN);
    private static final Set<Integer> CUT_BY_DICTIONARY =
            Set.of(UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR);

    /// Letters that hold a Chinese sentence together and hardly stand in a name.
    private static final String GRAMMAR = "的了是在被吗嗎呢什谁誰哪几幾么麼怎何";

    private static final List<String> ASKING = List.of("多少", "多大", "多久", "多长", "多長", "多远", "多遠", "如何", "为何", "為何");

    private static final int SHORT = 3;
    private static final float LETTER_WEIGHT = 0.5f;
    private static final int MOST_PIECES = 200;
    /// Up to so many pieces, most have to be there; of more, a part.
    private static final int FEW_PIECES = 6;

    private final Spelled spelled;
    private final KnownWords known;

    RunMeaning(Spelled spelled, KnownWords known) {
        this.spelled = spelled;
        this.known = known;
    }

    /// @param whole the run as a phrase
    /// @param ofAQuestion whether it is a word of a question, of which a piece is enough
    Query of(String field, String run, Query whole, boolean ofAQuestion) {
        boolean byLetter = has(run, LETTER_BY_LETTER);
        if (!byLetter && !has(run, CUT_BY_DICTIONARY)) {
            return whole;
        }
        boolean asks = ofAQuestion || asks(run);
        List<String> words = words(field, run);
        if (words.size() < SHORT || words.size() == SHORT && !asks) {
            return whole;
        }
        List<Query> pieces = byLetter ? pairs(field, words) : terms(field, words);
        BooleanQuery.Builder enough =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(asks ? 1 : needed(pieces.size()));
        pieces.forEach(piece -> enough.add(piece, Occur.SHOULD));
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(enough.build(), Occur.MUST);
        if (!byLetter || !asks) {
            ranked.add(whole, Occur.SHOULD);
        }
        if (!byLetter) {
            return ranked.build();
        }
        // what stands between others is a word of one letter, as often as not
        terms(field, letters(words)).forEach(term -> ranked.add(new BoostQuery(term, LETTER_WEIGHT), Occur.SHOULD));
        return new LettersQuery(ranked.build());
    }

    /// Of a name or a term most, while one is enough for a question, whose answer puts it in other words.
    private static int needed(int pieces) {
        return pieces <= FEW_PIECES ? (pieces * 3 + 4) / 5 : Math.max(4, (pieces + 3) / 4);
    }

    /// Whether a run is a question by itself.
    static boolean asks(String run) {
        return ASKING.stream().anyMatch(run::contains)
                || run.codePoints()
                        .anyMatch(letter ->
                                UScript.getScript(letter) == UScript.HIRAGANA || GRAMMAR.indexOf(letter) >= 0);
    }

    private static boolean has(String run, Set<Integer> scripts) {
        return run.codePoints().anyMatch(letter -> scripts.contains(UScript.getScript(letter)));
    }

    private List<Query> pairs(String field, List<String> words) {
        Set<Query> pairs = new LinkedHashSet<>();
        for (int i = 0; i < words.size() && i < MOST_PIECES; i++) {
            boolean letter = has(words.get(i), LETTER_BY_LETTER);
            if (!letter) {
                // a word or figure among them
                pairs.add(new TermQuery(new Term(field, words.get(i))));
            } else if (i > 0 && has(words.get(i - 1), LETTER_BY_LETTER)) {
                pairs.add(new PhraseQuery(field, words.get(i - 1), words.get(i)));
            }
        }
        return pairs.stream()
                .map(piece -> piece instanceof PhraseQuery pair ? weighed(pair) : piece)
                .toList();
    }

    /// A pair counts by how rare the pair is: Lucene adds up how rare its letters are.
    private Query weighed(PhraseQuery pair) {
        try {
            double letters = 0;
            for (Term letter : pair.getTerms()) {
                letters += rarity(known.passages(new TermQuery(letter)));
            }
            return new BoostQuery(pair, (float) (rarity(known.passages(pair)) / letters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double rarity(int having) throws IOException {
        return Rarity.of(having, known.passages());
    }

    private static List<String> letters(List<String> words) {
        return words.stream().filter(word -> has(word, LETTER_BY_LETTER)).toList();
    }

    private static List<Query> terms(String field, List<String> words) {
        return words.stream()
                .distinct()
                .limit(MOST_PIECES)
                .map(word -> (Query) new TermQuery(new Term(field, word)))
                .toList();
    }

    private List<String> words(String field, String run) {
        return spelled.tokens(field, run).stream().map(Spelled.Token::folded).toList();
    }
}
