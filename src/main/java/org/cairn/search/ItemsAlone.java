package org.cairn.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.SparseFixedBitSet;
import org.jspecify.annotations.Nullable;

/// The passages of a few items of one state of the index.
final class ItemsAlone extends Query {

    private final Set<Stretch> stretches;

    /// The passages of one item.
    ///
    /// @param segment the number of the segment that they are in
    /// @param first the first one's number in it
    /// @param end the number after the last
    record Stretch(int segment, int first, int end) {}

    ItemsAlone(Set<Stretch> stretches) {
        this.stretches = Set.copyOf(stretches);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                List<Stretch> here = stretches.stream()
                        .filter(stretch -> stretch.segment() == context.ord)
                        .toList();
                if (here.isEmpty()) {
                    return null;
                }
                SparseFixedBitSet passages =
                        new SparseFixedBitSet(context.reader().maxDoc());
                for (Stretch stretch : here) {
                    for (int passage = stretch.first(); passage < stretch.end(); passage++) {
                        passages.set(passage);
                    }
                }
                return ConstantScoreScorerSupplier.fromIterator(
                        new BitSetIterator(passages, passages.approximateCardinality()),
                        score(),
                        scoreMode,
                        context.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "items";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemsAlone items && items.stretches.equals(stretches);
    }

    @Override
    public int hashCode() {
        return stretches.hashCode();
    }
}
