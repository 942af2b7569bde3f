package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.cairn.domain.search.SearchRequest.Sort;

/// Gathers passages into items while they are found: the best items, how many there are, and their facets.
///
/// All passages of an item are added in one step, so they lie side by side in one segment: an item ends where the
/// next begins, and nothing has to be remembered of those gone by.
final class ItemCollector implements Collector {

    private static final List<String> FACETS =
            List.of(Fields.KIND, Fields.TYPE, Fields.LANGUAGE, Fields.PROTECTION, Fields.YEAR);

    private final Sort sort;
    private final int wanted;
    private final PriorityQueue<Item> best = new PriorityQueue<>();
    private final Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    private long total;

    /// @param wanted how many of the best items to keep
    ItemCollector(Sort sort, int wanted) {
        this.sort = sort;
        this.wanted = wanted;
        FACETS.forEach(facet -> facets.put(facet, new TreeMap<>()));
    }

    /// An item that was found.
    ///
    /// @param rank by what it is sorted, higher first
    /// @param order its reference's order, which decides between equals
    /// @param document its best passage
    record Item(double rank, long order, int document, float score) implements Comparable<Item> {
        /// The worst first, as a queue that forgets the worst needs it.
        @Override
        public int compareTo(Item other) {
            int byRank = Double.compare(rank, other.rank);
            return byRank != 0 ? byRank : Long.compare(other.order, order);
        }
    }

    long total() {
        return total;
    }

    Map<String, Map<String, Long>> facets() {
        return facets;
    }

    List<Item> best() {
        List<Item> items = new ArrayList<>(best);
        items.sort(java.util.Comparator.reverseOrder());
        return items;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context);
    }

    private void offer(Item item) {
        total++;
        if (best.size() < wanted) {
            best.add(item);
        } else if (wanted > 0 && item.compareTo(best.peek()) > 0) {
            best.poll();
            best.add(item);
        }
    }

    /// One segment.
    private final class Leaf implements LeafCollector {

        private final int base;
        private final SortedDocValues references;
        private final NumericDocValues order;
        private final NumericDocValues earliest;
        private final List<LeafFacet> leafFacets = new ArrayList<>();
        private Scorable scorer = new Unscored();
        private int item = -1;
        private int itemNumber;
        private int bestDocument;
        private float bestScore;
        private long itemOrder;
        private double itemDate;

        Leaf(LeafReaderContext context) throws IOException {
            base = context.docBase;
            references = DocValues.getSorted(context.reader(), Fields.REFERENCE);
            order = DocValues.getNumeric(context.reader(), Fields.ORDER);
            earliest = DocValues.getNumeric(context.reader(), Fields.EARLIEST);
            for (String facet : FACETS) {
                leafFacets.add(new LeafFacet(facet, DocValues.getSorted(context.reader(), facet)));
            }
        }

        @Override
        public void setScorer(Scorable current) {
            scorer = current;
        }

        @Override
        public void collect(int document) throws IOException {
            references.advanceExact(document);
            int found = references.ordValue();
            float score = scorer.score();
            if (found != item) {
                endItem();
                beginItem(found, document, score);
            } else if (score > bestScore) {
                bestScore = score;
                bestDocument = document;
            }
            for (LeafFacet facet : leafFacets) {
                facet.see(document, itemNumber);
            }
        }

        @Override
        public void finish() throws IOException {
            endItem();
            for (LeafFacet facet : leafFacets) {
                facet.addTo(facets.computeIfAbsent(facet.name, unused -> new TreeMap<>()));
            }
        }

        private void beginItem(int found, int document, float score) throws IOException {
            item = found;
            itemNumber++;
            bestDocument = document;
            bestScore = score;
            itemOrder = order.advanceExact(document) ? order.longValue() : Long.MAX_VALUE;
            itemDate = earliest.advanceExact(document) ? earliest.longValue() : -Double.MAX_VALUE;
        }

        private void endItem() {
            if (item >= 0) {
                double rank = switch (sort) {
                    case RELEVANCE -> bestScore;
                    case DATE -> itemDate;
                    case REFERENCE -> 0;
                };
                offer(new Item(rank, itemOrder, base + bestDocument, bestScore));
                item = -1;
            }
        }
    }

    /// Counts the values of one field in one segment, each once for an item.
    private static final class LeafFacet {

        private final String name;
        private final SortedDocValues values;
        private final int[] counts;
        private final int[] lastItem;

        LeafFacet(String name, SortedDocValues values) {
            this.name = name;
            this.values = values;
            this.counts = new int[values.getValueCount()];
            this.lastItem = new int[values.getValueCount()];
            Arrays.fill(lastItem, -1);
        }

        void see(int document, int itemNumber) throws IOException {
            if (values.advanceExact(document)) {
                int value = values.ordValue();
                if (lastItem[value] != itemNumber) {
                    lastItem[value] = itemNumber;
                    counts[value]++;
                }
            }
        }

        void addTo(Map<String, Long> sums) throws IOException {
            Map<String, Long> here = new HashMap<>();
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > 0) {
                    here.put(values.lookupOrd(value).utf8ToString(), (long) counts[value]);
                }
            }
            here.forEach((word, count) -> sums.merge(word, count, Long::sum));
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
