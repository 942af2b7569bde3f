package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.cairn.domain.search.SearchRequest.Sort;

/// Gathers every passage that is found, four bytes of memory for each, under its item.
///
/// As with [ItemCollector], the passages of an item lie side by side.
final class EveryPassage implements Collector {

    private final Sort sort;
    private final List<Item> items = new ArrayList<>();
    private int[] passages = new int[256];
    private int count;

    EveryPassage(Sort sort) {
        this.sort = sort;
    }

    /// An item, with the stretch of all passages that is its own.
    ///
    /// @param rank by what it is sorted, higher first
    /// @param order its reference's order, which decides between equals
    /// @param score that of its best passage
    record Item(double rank, long order, float score, int from, int to) {
        private static final Comparator<Item> BEST_FIRST =
                Comparator.comparingDouble(Item::rank).reversed().thenComparingLong(Item::order);
    }

    /// In the order asked for.
    List<Item> items() {
        return items.stream().sorted(Item.BEST_FIRST).toList();
    }

    /// The passages of an item between two places of the stretch, in the order of the item.
    List<Integer> passages(int from, int to) {
        return IntStream.range(from, to).mapToObj(at -> passages[at]).toList();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context);
    }

    /// One segment.
    private final class Leaf implements LeafCollector {

        private final int base;
        private final SortedDocValues references;
        private final NumericDocValues order;
        private final NumericDocValues earliest;
        private Scorable scorer = new Unscored();
        private int item = -1;
        private int from;
        private long itemOrder;
        private double itemDate;
        private float best;

        Leaf(LeafReaderContext context) throws IOException {
            base = context.docBase;
            references = DocValues.getSorted(context.reader(), Fields.REFERENCE);
            order = DocValues.getNumeric(context.reader(), Fields.ORDER);
            earliest = DocValues.getNumeric(context.reader(), Fields.EARLIEST);
        }

        @Override
        public void setScorer(Scorable current) {
            scorer = current;
        }

        @Override
        public void collect(int document) throws IOException {
            references.advanceExact(document);
            int found = references.ordValue();
            if (found != item) {
                finish();
                item = found;
                from = count;
                best = 0;
                itemOrder = order.advanceExact(document) ? order.longValue() : Long.MAX_VALUE;
                itemDate = earliest.advanceExact(document) ? earliest.longValue() : -Double.MAX_VALUE;
            }
            best = Math.max(best, scorer.score());
            if (count == passages.length) {
                passages = Arrays.copyOf(passages, count + (count >> 1));
            }
            passages[count++] = base + document;
        }

        @Override
        public void finish() {
            if (item < 0) {
                return;
            }
            item = -1;
            double rank = switch (sort) {
                case RELEVANCE -> best;
                case DATE -> itemDate;
                case REFERENCE -> 0;
            };
            items.add(new Item(rank, itemOrder, best, from, count));
        }
    }

    /// Where nothing is scored.
    private static final class Unscored extends Scorable {
        @Override
        public float score() {
            return 0;
        }
    }
}
