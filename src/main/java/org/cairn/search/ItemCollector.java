package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;
import org.cairn.domain.search.SearchRequest.Sort;

/// Gathers passages into items while they are found: the best items with their best passages, how many there are, and
/// their facets.
final class ItemCollector implements Collector {

    private final Sort sort;
    private final int wanted;
    private final int passages;
    private final Columns columns;
    private final PriorityQueue<Item> best = new PriorityQueue<>(Item.WORST_FIRST);
    private final Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    private long total;

    /// @param wanted how many of the best items to keep
    /// @param passages how many of the best passages to keep of each, at least 1
    private ItemCollector(Sort sort, int wanted, int passages, Columns columns) {
        this.columns = columns;
        this.sort = sort;
        this.wanted = wanted;
        this.passages = passages;
        List.of(Fields.KIND, Fields.TYPE, Fields.LANGUAGE, Fields.PROTECTION, Fields.YEAR)
                .forEach(facet -> facets.put(facet, new TreeMap<>()));
    }

    /// Counts alone, for which no passage has to be scored.
    static CollectorManager<ItemCollector, ItemCollector> counting(Columns columns) {
        return ofSeveral(Sort.REFERENCE, 0, 1, columns);
    }

    /// Several threads gather, each from segments of its own: no item is in two of them.
    static CollectorManager<ItemCollector, ItemCollector> ofSeveral(
            Sort sort, int wanted, int passages, Columns columns) {
        return new CollectorManager<>() {
            @Override
            public ItemCollector newCollector() {
                return new ItemCollector(sort, wanted, passages, columns);
            }

            @Override
            public ItemCollector reduce(Collection<ItemCollector> parts) {
                ItemCollector all = newCollector();
                parts.forEach(all::add);
                return all;
            }
        };
    }

    private void add(ItemCollector part) {
        total += part.total;
        part.best.forEach(this::keep);
        part.facets.forEach((facet, counts) -> counts.forEach((value, count) ->
                facets.computeIfAbsent(facet, unused -> new TreeMap<>()).merge(value, count, Long::sum)));
    }

    /// An item that was found.
    ///
    /// @param rank by what it is sorted, higher first
    /// @param order its reference's order, which decides between equals
    /// @param documents its best passages, best first
    /// @param score that of its best passage
    record Item(double rank, long order, List<Integer> documents, float score) {
        /// The worst first, as a queue that forgets the worst needs it.
        private static final Comparator<Item> WORST_FIRST = Comparator.comparingDouble(Item::rank)
                .thenComparing(Comparator.comparingLong(Item::order).reversed());
    }

    long total() {
        return total;
    }

    Map<String, Map<String, Long>> facets() {
        return facets;
    }

    List<Item> best() {
        return best.stream().sorted(Item.WORST_FIRST.reversed()).toList();
    }

    @Override
    public ScoreMode scoreMode() {
        return wanted == 0 ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context, columns.of(context.reader()));
    }

    private boolean worthKeeping(double rank, long order) {
        Item worst = best.peek();
        return best.size() < wanted
                || (worst != null && (rank > worst.rank || (rank == worst.rank && order < worst.order)));
    }

    private void keep(Item item) {
        best.add(item);
        if (best.size() > wanted) {
            best.poll();
        }
    }

    /// One segment.
    private final class Leaf extends ItemLeaf {

        private final Columns.OfSegment columns;
        private final List<FacetCount> ofItems = new ArrayList<>();
        private final FacetCount ofLanguages;
        private final BestPassages bestPassages = new BestPassages(passages);
        private int itemNumber;
        /// Of the passage before: most of an item are in one language.
        private int lastLanguage;

        Leaf(LeafReaderContext context, Columns.OfSegment columns) throws IOException {
            super(context, columns);
            this.columns = columns;
            for (String field : Columns.OF_ITEMS) {
                ofItems.add(new FacetCount(field, DocValues.getSorted(context.reader(), field)));
            }
            ofLanguages = new FacetCount(Fields.LANGUAGE, DocValues.getSorted(context.reader(), Fields.LANGUAGE));
        }

        @Override
        void begin(int item) {
            itemNumber++;
            lastLanguage = -1;
            bestPassages.clear();
            for (int field = 0; field < ofItems.size(); field++) {
                int value = columns.ofItems().values()[field][item];
                if (value >= 0) {
                    ofItems.get(field).count(value, itemNumber);
                }
            }
        }

        @Override
        void see(int document, int number) throws IOException {
            if (wanted > 0) {
                bestPassages.offer(number, score());
            }
            int language = columns.languages()[document];
            if (language != lastLanguage) {
                lastLanguage = language;
                if (language >= 0) {
                    ofLanguages.count(language, itemNumber);
                }
            }
        }

        @Override
        void end(int item) {
            total++;
            double rank = rank(item, sort, bestPassages.score());
            if (worthKeeping(rank, place(item))) {
                keep(new Item(rank, place(item), bestPassages.documents(), bestPassages.score()));
            }
        }

        @Override
        public void finish() throws IOException {
            super.finish();
            for (FacetCount count : ofItems) {
                count.addTo(facets);
            }
            ofLanguages.addTo(facets);
        }
    }
}
