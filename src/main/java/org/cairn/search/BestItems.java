package org.cairn.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.cairn.domain.search.SearchRequest.Sort;

/// What a query finds: its best items, how many there are in all, and their facets.
///
/// @param items the best of those asked for, best first
/// @param facets how many items have each value of each field
record BestItems(long total, List<ItemCollector.Item> items, Map<String, Map<String, Long>> facets) {

    BestItems {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return "BestItems " + total;
    }

    /// Finds them.
    ///
    /// Where a query asks for words alone, the best passages are known without scoring the many that cannot be among
    /// them (Lucene's block-max WAND); what is left to do for the others is to count them. Where the places of words
    /// have to be compared, or all passages count the same, every passage is looked at once, for both.
    ///
    /// @param wanted how many of the best items
    /// @param passages how many of the best passages of each
    record Search(ClearedSearcher searcher, Sort sort, int wanted, int passages) {

        /// So many passages are found for each item: most are not the only one of theirs.
        private static final int OF_EACH = 5;
        /// Further down a list all of it has to be ranked anyhow.
        private static final int FURTHEST = 2_000;
        /// Two ways to add the same scores differ by less.
        private static final float AS_GOOD_AS = 1 + 1e-5f;

        BestItems of(Query query) throws IOException {
            Query plain = searcher.rewrite(query);
            if (sort == Sort.RELEVANCE && wanted > 0 && wanted <= FURTHEST && OfWords.alone(plain)) {
                Optional<List<ItemCollector.Item>> best = best(plain);
                if (best.isPresent()) {
                    ItemCollector counted = searcher.search(plain, ItemCollector.counting(searcher.columns()));
                    return new BestItems(counted.total(), best.get(), counted.facets());
                }
            }
            ItemCollector all = together(plain);
            return new BestItems(all.total(), all.best(), all.facets());
        }

        private ItemCollector together(Query query) throws IOException {
            return searcher.search(query, ItemCollector.ofSeveral(sort, wanted, passages, searcher.columns()));
        }

        /// The best items, each with its best passages; nothing where those that were found do not tell which they are.
        private Optional<List<ItemCollector.Item>> best(Query query) throws IOException {
            int most = Math.min(
                    wanted * OF_EACH, Math.max(1, searcher.getIndexReader().maxDoc()));
            ScoreDoc[] found = searcher.search(query, new TopScoreDocCollectorManager(most, 1)).scoreDocs;
            Set<ItemsAlone.Stretch> items = new HashSet<>();
            float last = 0;
            for (ScoreDoc passage : found) {
                // of those as good as the last, their places decide
                if (items.size() < wanted || passage.score * AS_GOOD_AS >= last) {
                    boolean another = items.add(stretch(passage.doc));
                    last = another && items.size() <= wanted ? passage.score : last;
                }
            }
            boolean all = found.length < most;
            boolean told = all || items.size() >= wanted && last > found[found.length - 1].score * AS_GOOD_AS;
            if (!told) {
                return Optional.empty();
            }
            Query theirs = new BooleanQuery.Builder()
                    .add(query, Occur.MUST)
                    .add(new ItemsAlone(items), Occur.FILTER)
                    .build();
            return Optional.of(together(theirs).best());
        }

        /// All passages of the item that a passage is of: they lie side by side.
        private ItemsAlone.Stretch stretch(int passage) throws IOException {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(passage, leaves));
            int[] items = searcher.columns().of(leaf.reader()).items();
            int at = passage - leaf.docBase;
            int first = at;
            while (first > 0 && items[first - 1] == items[at]) {
                first--;
            }
            int end = at + 1;
            while (end < items.length && items[end] == items[at]) {
                end++;
            }
            return new ItemsAlone.Stretch(leaf.ord, first, end);
        }

        @Override
        public String toString() {
            return "Search";
        }
    }
}
