package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;
import org.cairn.domain.search.SearchRequest.Sort;

/// Gathers every passage that is found, four bytes of memory for each, under its item.
final class EveryPassage implements Collector {

    private final Sort sort;
    private final Columns columns;
    private final List<Item> items = new ArrayList<>();
    private int[] passages = new int[256];
    private int count;

    EveryPassage(Sort sort, Columns columns) {
        this.sort = sort;
        this.columns = columns;
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
    private final class Leaf extends ItemLeaf {

        private int from;
        private float best;

        Leaf(LeafReaderContext context) throws IOException {
            super(context, columns.of(context.reader()));
        }

        @Override
        void begin(int item) {
            from = count;
            best = 0;
        }

        @Override
        void see(int document, int number) throws IOException {
            best = Math.max(best, score());
            if (count == passages.length) {
                passages = Arrays.copyOf(passages, count + (count >> 1));
            }
            passages[count++] = number;
        }

        @Override
        void end(int item) {
            items.add(new Item(rank(item, sort, best), place(item), best, from, count));
        }
    }
}
