package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
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
    private final NumericDocValues order;
    private final NumericDocValues earliest;
    private Scorable scorer = new Unscored();
    private int item = -1;
    private long itemOrder;
    private double itemDate;

    ItemLeaf(LeafReaderContext context, Columns.OfSegment columns) throws IOException {
        base = context.docBase;
        items = columns.items();
        order = DocValues.getNumeric(context.reader(), Fields.ORDER);
        earliest = DocValues.getNumeric(context.reader(), Fields.EARLIEST);
    }

    /// The next passage is of another item.
    ///
    /// @param document its number in this segment
    abstract void begin(int document) throws IOException;

    /// @param document its number in this segment
    /// @param number its number among all
    abstract void see(int document, int number, float score) throws IOException;

    /// All passages of an item were seen.
    ///
    /// @param place decides between equals: its reference's order
    abstract void end(long place);

    /// By what the item that ends is sorted, higher first.
    ///
    /// @param best the score of its best passage
    final double rank(Sort sort, double best) {
        return switch (sort) {
            case RELEVANCE -> best;
            case DATE -> itemDate;
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
            itemOrder = order.advanceExact(document) ? order.longValue() : Long.MAX_VALUE;
            itemDate = earliest.advanceExact(document) ? earliest.longValue() : -Double.MAX_VALUE;
            begin(document);
        }
        see(document, base + document, scorer.score());
    }

    @Override
    public void finish() throws IOException {
        endItem();
    }

    private void endItem() {
        if (item >= 0) {
            item = -1;
            end(itemOrder);
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
