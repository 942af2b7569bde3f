package org.cairn.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Ranks what a question of many words finds a second time: words that the best passages have in common count a little.
///
/// It finds nothing that the words of the question do not find, and hides nothing. (Rocchio's relevance feedback, with
/// the best passages taken for the right ones.)
final class Feedback {

    private static final int BEST = 10;
    private static final int WORDS = 15;
    /// How rare a word is among the passages that may be seen is asked of so many words only.
    private static final int CANDIDATES = 60;

    private static final double WEIGHT = 0.12;
    private static final int IN_SEVERAL = 2;
    private static final int SHORT = 3;
    /// The beginning of a very long passage says what it is about.
    private static final int LONGEST = 20_000;

    private final ClearedSearcher searcher;

    Feedback(ClearedSearcher searcher) {
        this.searcher = searcher;
    }

    /// @param asked the question
    /// @param narrowed the same, within what may be found
    Query ranked(Query asked, Query narrowed) throws IOException {
        ScoreDoc[] best = searcher.best(narrowed, BEST).scoreDocs;
        List<PassageWords> counted = PassageWords.of(
                searcher, Arrays.stream(best).map(passage -> passage.doc).toList(), LONGEST);
        List<Map.Entry<String, Double>> words = words(best, counted);
        if (words.isEmpty() || !PassageWords.areInForms(counted)) {
            return asked;
        }
        double weight =
                WEIGHT * PassageWords.ofOneSubject(counted) / words.getFirst().getValue();
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(asked, Occur.MUST);
        for (Map.Entry<String, Double> word : words) {
            Query one = new TermQuery(new Term(Fields.TEXT, word.getKey()));
            ranked.add(new BoostQuery(one, (float) (weight * word.getValue())), Occur.SHOULD);
        }
        return ranked.build();
    }

    private List<Map.Entry<String, Double>> words(ScoreDoc[] best, List<PassageWords> counted) throws IOException {
        Map<String, Double> shares = new HashMap<>();
        Map<String, Integer> having = new HashMap<>();
        for (int i = 0; i < best.length; i++) {
            ScoreDoc passage = best[i];
            double length = counted.get(i).length();
            counted.get(i).counts().forEach((word, count) -> {
                shares.merge(word, count / length * passage.score, Double::sum);
                having.merge(word, 1, Integer::sum);
            });
        }
        shares.keySet().removeIf(word -> having.getOrDefault(word, 0) < IN_SEVERAL || saysLittle(word));
        Map<String, Double> weighed = new HashMap<>();
        for (Map.Entry<String, Double> share : first(shares, CANDIDATES)) {
            weighed.put(share.getKey(), share.getValue() * rarity(share.getKey()));
        }
        return first(weighed, WORDS);
    }

    private static List<Map.Entry<String, Double>> first(Map<String, Double> weights, int most) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
    }

    private static boolean saysLittle(String word) {
        return word.length() < SHORT || SmallWords.has(word) || Character.isDigit(word.charAt(0));
    }

    /// Among the passages that may be seen.
    private double rarity(String word) throws IOException {
        Term term = new Term(Fields.TEXT, word);
        long having = searcher.having(term);
        return having < 1 ? 0 : searcher.rarity(term, having);
    }
}
