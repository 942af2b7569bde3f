package org.cairn.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SmallFloat;
import org.cairn.domain.Protection;
import org.jspecify.annotations.Nullable;

/// Which passages each clearance may see, kept for as long as a state of the index is in use.
final class VisiblePassages {

    private final Map<Key, Segment> known = new ConcurrentHashMap<>();

    /// A state of a segment, seen with a clearance.
    private record Key(IndexReader.CacheKey state, Protection clearance) {}

    /// The passages of a segment that may be seen, and how many words they have together.
    private record Segment(FixedBitSet passages, int count, long wordsOfTexts, long wordsOfTitles) {}

    /// How many passages of an index may be seen, and how many words those have in a field.
    record Sum(int passages, long words) {}

    Sum sum(IndexReader reader, Protection clearance, String field) throws IOException {
        int passages = 0;
        long words = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            Segment segment = segment(leaf.reader(), clearance);
            passages += segment.count;
            words += switch (field) {
                case Fields.TEXT -> segment.wordsOfTexts;
                case Fields.TITLE -> segment.wordsOfTitles;
                default -> segment.count;
            };
        }
        return new Sum(passages, words);
    }

    /// How many passages have a word and may be seen.
    int having(Term term, IndexReader reader, Protection clearance) throws IOException {
        int having = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings != null) {
                having += having(postings, segment(leaf.reader(), clearance));
            }
        }
        return having;
    }

    /// Whether one passage of a segment may be seen.
    boolean sees(LeafReader reader, Protection clearance, int passage) throws IOException {
        return segment(reader, clearance).passages.get(passage);
    }

    private static int having(PostingsEnum postings, Segment segment) throws IOException {
        int having = 0;
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            having += segment.passages.get(postings.docID()) ? 1 : 0;
        }
        return having;
    }

    private Segment segment(LeafReader reader, Protection clearance) throws IOException {
        IndexReader.CacheHelper state = reader.getReaderCacheHelper();
        if (state == null) {
            return look(reader, clearance);
        }
        Key key = new Key(state.getKey(), clearance);
        Segment before = known.get(key);
        if (before != null) {
            return before;
        }
        Segment segment = look(reader, clearance);
        known.put(key, segment);
        state.addClosedListener(gone -> known.remove(new Key(gone, clearance)));
        return segment;
    }

    private static Segment look(LeafReader reader, Protection clearance) throws IOException {
        FixedBitSet passages = new FixedBitSet(reader.maxDoc());
        NumericDocValues level = DocValues.getNumeric(reader, Fields.LEVEL);
        Bits live = reader.getLiveDocs();
        while (level.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int passage = level.docID();
            if (level.longValue() <= clearance.ordinal() && (live == null || live.get(passage))) {
                passages.set(passage);
            }
        }
        return new Segment(
                passages,
                passages.cardinality(),
                words(reader.getNormValues(Fields.TEXT), passages),
                words(reader.getNormValues(Fields.TITLE), passages));
    }

    /// As Lucene remembers lengths: in one byte, the longer the rougher.
    private static long words(@Nullable NumericDocValues lengths, FixedBitSet passages) throws IOException {
        long words = 0;
        while (lengths != null && lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (passages.get(lengths.docID())) {
                words += SmallFloat.byte4ToInt((byte) lengths.longValue());
            }
        }
        return words;
    }
}
