package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

/// Ranks the best of what a question of many words finds once more: a passage whose neighbours, those most like it in
/// all of their words, answer the question well answers it well itself.
///
/// It finds nothing more and hides nothing: the best passages change their places among themselves. (Local score
/// regularisation: F. Diaz, Regularizing ad hoc retrieval scores, CIKM 2005.)
final class Neighbours {

    private static final int BEST = 60;
    private static final int NEAREST = 8;
    /// One that is so far ahead of all others is what was asked for.
    private static final double AHEAD = 0.03;
    /// Where little is found, nearly all of it would be neighbours.
    private static final int ENOUGH = 200;

    /// How much the neighbours have to say of passages of one subject.
    private static final double SHARE = 0.6;
    /// Every passage is also as near as can be to one that answers nothing.
    private static final double APART = 1;

    private static final int LONGEST = 6_000;
    private static final int IN_SEVERAL = 2;
    /// What more passages have is frequent: how frequent is not counted.
    private static final int FREQUENT = 300;

    private final ClearedSearcher searcher;
    private final KnownWords known;

    /// @param known how rare a word is among the passages that may be seen
    Neighbours(ClearedSearcher searcher, KnownWords known) {
        this.searcher = searcher;
        this.known = known;
    }

    /// @param asked a question within what may be found
    Query ranked(Query asked) throws IOException {
        TopDocs found = searcher.best(asked, BEST);
        if (found.totalHits.value() < ENOUGH) {
            return asked;
        }
        ScoreDoc[] best = found.scoreDocs;
        List<Integer> passages = Arrays.stream(best).map(passage -> passage.doc).toList();
        List<PassageWords> words = PassageWords.of(searcher, passages, LONGEST);
        if (!PassageWords.areInForms(words)) {
            return asked;
        }
        double[][] alike = alike(vectors(words));
        double share = SHARE * PassageWords.ofOneSubject(words);
        Map<Integer, Double> scores = new HashMap<>();
        // all of them stay before the others
        double least = best[best.length - 1].score;
        for (int i = 0; i < best.length; i++) {
            double own = (1 - share) * best[i].score / best[0].score;
            scores.put(best[i].doc, least + least * (own + share * ofNeighbours(alike[i], best)));
        }
        if (1 - best[1].score / best[0].score > AHEAD) {
            scores.put(best[0].doc, 2.0 * least);
        }
        return new FunctionScoreQuery(asked, new ScoresOf(scores));
    }

    /// The scores of the nearest, cubed so that good ones count most, the nearer the more; little where none is near.
    private static double ofNeighbours(double[] alike, ScoreDoc[] best) {
        List<Integer> nearest = IntStream.range(0, best.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> -alike[other]))
                .limit(NEAREST)
                .toList();
        double sum = 0;
        double weights = APART;
        for (int other : nearest) {
            double score = best[other].score / best[0].score;
            sum += alike[other] * score * score * score;
            weights += alike[other];
        }
        return sum / weights;
    }

    /// How alike each two are (cosine); a passage is no neighbour of itself.
    private static double[][] alike(List<Map<String, Double>> vectors) {
        double[][] alike = new double[vectors.size()][vectors.size()];
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < i; j++) {
                Map<String, Double> other = vectors.get(j);
                double both = 0;
                for (Map.Entry<String, Double> word : vectors.get(i).entrySet()) {
                    both += word.getValue() * other.getOrDefault(word.getKey(), 0.0);
                }
                alike[i][j] = both;
                alike[j][i] = both;
            }
        }
        return alike;
    }

    /// Of each passage its words, often and rare ones most, as a vector of length 1.
    private List<Map<String, Double>> vectors(List<PassageWords> words) throws IOException {
        Map<String, Double> rarities = rarities(words);
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (PassageWords passage : words) {
            Map<String, Double> vector = new HashMap<>();
            passage.counts().forEach((word, count) -> {
                double weight = (1 + Math.log(count)) * rarities.getOrDefault(word, 0.0);
                if (weight > 0) {
                    vector.put(word, weight);
                }
            });
            double length = Math.sqrt(vector.values().stream()
                    .mapToDouble(weight -> weight * weight)
                    .sum());
            vector.replaceAll((word, weight) -> weight / length);
            vectors.add(vector);
        }
        return vectors;
    }

    /// A word of one passage alone makes it like no other.
    private Map<String, Double> rarities(List<PassageWords> words) throws IOException {
        Map<String, Integer> having = new HashMap<>();
        words.forEach(passage -> passage.counts().keySet().forEach(word -> having.merge(word, 1, Integer::sum)));
        Set<String> shared = new HashSet<>(having.keySet());
        shared.removeIf(word -> having.getOrDefault(word, 0) < IN_SEVERAL || SmallWords.has(word));
        long all = known.passages();
        Map<String, Double> rarities = new HashMap<>();
        for (String word : shared) {
            int some = known.passages(new Term(Fields.TEXT, word), FREQUENT);
            rarities.put(word, Rarity.of(some, all));
        }
        return rarities;
    }
}
