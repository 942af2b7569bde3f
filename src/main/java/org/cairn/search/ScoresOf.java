package org.cairn.search;

import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/// Scores that some passages have been given; all others keep theirs.
final class ScoresOf extends DoubleValuesSource {

    private final Map<Integer, Double> scores;

    /// @param scores by number among all passages
    ScoresOf(Map<Integer, Double> scores) {
        this.scores = Map.copyOf(scores);
    }

    @Override
    public DoubleValues getValues(LeafReaderContext part, DoubleValues own) {
        return new DoubleValues() {
            private double value;

            @Override
            public double doubleValue() {
                return value;
            }

            @Override
            public boolean advanceExact(int document) throws java.io.IOException {
                Double given = scores.get(part.docBase + document);
                if (given == null && !own.advanceExact(document)) {
                    return false;
                }
                value = given == null ? own.doubleValue() : given;
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public Explanation explain(LeafReaderContext part, int document, Explanation own) {
        Double given = scores.get(part.docBase + document);
        return given == null ? own : Explanation.match(given, "score among its neighbours", own);
    }

    /// They hold for one state of the index.
    @Override
    public boolean isCacheable(LeafReaderContext part) {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoresOf of && of.scores.equals(scores);
    }

    @Override
    public int hashCode() {
        return scores.hashCode();
    }

    @Override
    public String toString() {
        return "ScoresOf";
    }
}
