package org.cairn.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/// Counts what several questions find: of each its items and passages, and which items only one of them finds.
///
/// All passages of an item are in one segment, so that an item is known by its segment and its place there.
final class Tallying {

    private static final int SEVERAL = -1;

    private final FixedBitSet passages;
    /// By which question an item was found.
    private final Map<Long, Integer> finders = new HashMap<>();

    Tallying(int documents) {
        this.passages = new FixedBitSet(Math.max(1, documents));
    }

    /// How many items, and how many passages of them, one question finds.
    record Found(long items, long passages) {}

    /// Counts one question.
    final class Question extends SimpleCollector {

        private final int number;
        private long items;
        private long found;
        private long segment;
        private int base;
        private SortedDocValues references = DocValues.emptySorted();
        private int last = -1;

        Question(int number) {
            this.number = number;
        }

        Found found() {
            return new Found(items, found);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            segment = (long) context.ord << Integer.SIZE;
            base = context.docBase;
            references = DocValues.getSorted(context.reader(), Fields.REFERENCE);
            last = -1;
        }

        @Override
        public void collect(int document) throws IOException {
            found++;
            passages.set(base + document);
            references.advanceExact(document);
            int item = references.ordValue();
            if (item != last) {
                last = item;
                items++;
                finders.merge(segment | item, number, (former, now) -> SEVERAL);
            }
        }
    }

    /// How many items only one question finds, for each question.
    long[] unique(int questions) {
        long[] unique = new long[questions];
        for (int finder : finders.values()) {
            if (finder != SEVERAL) {
                unique[finder]++;
            }
        }
        return unique;
    }

    long items() {
        return finders.size();
    }

    long passages() {
        return passages.cardinality();
    }
}
