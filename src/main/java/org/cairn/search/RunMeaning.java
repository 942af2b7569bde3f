package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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

    private static final int SHORT = 3;
    private static final float LETTER_WEIGHT = 0.5f;
    private static final int MOST_PIECES = 200;
    /// Up to so many pieces, most have to be there; of more, a part.
    private static final int FEW_PIECES = 6;

    private final Analyzer analyzer;

    RunMeaning(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /// @param whole the run as a phrase
    Query of(String field, String run, Query whole) {
        boolean byLetter = has(run, LETTER_BY_LETTER);
        if (!byLetter && !has(run, CUT_BY_DICTIONARY)) {
            return whole;
        }
        List<String> words = words(field, run);
        if (words.size() <= SHORT) {
            return whole;
        }
        List<Query> pieces = byLetter ? pairs(field, words) : terms(field, words);
        BooleanQuery.Builder enough =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed(pieces.size(), asks(run)));
        pieces.forEach(piece -> enough.add(piece, Occur.SHOULD));
        BooleanQuery.Builder ranked =
                new BooleanQuery.Builder().add(enough.build(), Occur.MUST).add(whole, Occur.SHOULD);
        if (byLetter) {
            // what stands between others is a word of one letter, as often as not
            terms(field, words).forEach(term -> ranked.add(new BoostQuery(term, LETTER_WEIGHT), Occur.SHOULD));
        }
        return ranked.build();
    }

    /// Of a question few, for the answer puts it in other words; of a name or a term most.
    private static int needed(int pieces, boolean asks) {
        if (asks) {
            return (pieces + 7) / 8;
        }
        return pieces <= FEW_PIECES ? (pieces * 3 + 4) / 5 : Math.max(4, (pieces + 3) / 4);
    }

    private static boolean asks(String run) {
        return run.codePoints()
                .anyMatch(letter -> UScript.getScript(letter) == UScript.HIRAGANA || GRAMMAR.indexOf(letter) >= 0);
    }

    private static boolean has(String run, Set<Integer> scripts) {
        return run.codePoints().anyMatch(letter -> scripts.contains(UScript.getScript(letter)));
    }

    private static List<Query> pairs(String field, List<String> words) {
        List<Query> pairs = new ArrayList<>();
        for (int i = 1; i < words.size() && i <= MOST_PIECES; i++) {
            pairs.add(new PhraseQuery(field, words.get(i - 1), words.get(i)));
        }
        return pairs.stream().distinct().toList();
    }

    private static List<Query> terms(String field, List<String> words) {
        return words.stream()
                .distinct()
                .limit(MOST_PIECES)
                .map(word -> (Query) new TermQuery(new Term(field, word)))
                .toList();
    }

    private List<String> words(String field, String run) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, run)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
