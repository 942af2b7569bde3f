package org.cairn.search;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/// Weighs whatever stands for a phrase by how rare the words of the phrase are, to the last digit as the phrase itself
/// would be weighed.
///
/// Which pairs there are depends on passages that whoever asks may not see: it must not move a number.
final class AsPhrase extends Similarity {

    private final Similarity similarity;
    private final TermStatistics[] words;

    AsPhrase(Similarity similarity, TermStatistics... words) {
        this.similarity = similarity;
        this.words = words.clone();
    }

    @Override
    public long computeNorm(FieldInvertState state) {
        return similarity.computeNorm(state);
    }

    /// @param parts how rare words and pairs are, which counts for nothing
    @Override
    public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... parts) {
        return similarity.scorer(boost, all, words);
    }

    @Override
    public String toString() {
        return "AsPhrase";
    }
}
