package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.cairn.domain.search.SearchRequest.Sort;

/// Passages of one segment as they are found, item by item.
///
/// All passages of an item are added in one step, so they lie side by side in one segment: an item ends where the
/// next begins, and nothing has to be remembered of those gone by.
abstract class ItemLeaf implements LeafCollector {

    private final int base;
    private final int[] items;
    private final Columns.OfItems ofItems;
    private Scorable scorer = new Unscored();
    private int item = -1;

    ItemLeaf(LeafReaderContext context, Columns.OfSegment columns) {
        base = context.docBase;
        items = columns.items();
        ofItems = columns.ofItems();
    }

    /// The next passage is of another item.
    ///
    /// @param item its place among those of this segment
    abstract void begin(int item);

    /// @param document its number in this segment
    /// @param number its number among all
    abstract void see(int document, int number) throws IOException;

    /// All passages of an item were seen.
    ///
    /// @param item its place among those of this segment
    abstract void end(int item);

    /// The score of the passage that is seen.
    final float score() throws IOException {
        return scorer.score();
    }

    /// What decides between equals: the order of an item's reference.
    final long place(int item) {
        return ofItems.orders()[item];
    }

    /// By what an item is sorted, higher first.
    ///
    /// @param best the score of its best passage
    final double rank(int item, Sort sort, double best) {
        return switch (sort) {
            case RELEVANCE -> best;
            case DATE -> ofItems.earliest()[item];
            case REFERENCE -> 0;
        };
    }

    @Override
    public final void setScorer(Scorable current) {
        scorer = current;
    }

    @Override
    public final void collect(int document) throws IOException {
        int found = items[document];
        if (found != item) {
            endItem();
            item = found;
            begin(item);
        }
        see(document, base + document);
    }

    @Override
    public void finish() throws IOException {
        endItem();
    }

    private void endItem() {
        if (item >= 0) {
            end(item);
            item = -1;
        }
    }

    /// Before Lucene says how passages are scored.
    private static final class Unscored extends Scorable {
        @Override
        public float score() {
            return 0;
        }
    }
}
