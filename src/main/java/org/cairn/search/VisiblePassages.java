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
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SmallFloat;
import org.cairn.domain.Protection;
import org.jspecify.annotations.Nullable;

/// Which passages each clearance may see, kept for as long as a state of the index is in use.
final class VisiblePassages {

    /// To look a passage up among those that have a word costs as much as to go through so many of them.
    private static final int LOOKED_UP = 16;
    /// A word that one in so many passages has is gone through by itself.
    private static final int RARE = 64;

    private final Map<Key, Segment> known = new ConcurrentHashMap<>();

    /// A state of a segment, seen with a clearance.
    private record Key(IndexReader.CacheKey state, Protection clearance) {}

    /// The passages of a segment that may not be seen or are there no longer, how many others there are, and how many
    /// words those have together.
    private record Segment(FixedBitSet hidden, int count, long wordsOfTexts, long wordsOfTitles) {}

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
            Terms terms = leaf.reader().terms(term.field());
            TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
            if (words.seekExact(term.bytes())) {
                having += having(words, segment(leaf.reader(), clearance));
            }
        }
        return having;
    }

    /// Whether one passage of a segment may be seen.
    boolean sees(LeafReader reader, Protection clearance, int passage) throws IOException {
        return !segment(reader, clearance).hidden.get(passage);
    }

    /// Of a segment in which all may be seen Lucene knows the number; where little is hidden only that is looked up.
    private static int having(TermsEnum word, Segment segment) throws IOException {
        int all = word.docFreq();
        int hidden = segment.hidden.length() - segment.count;
        if (hidden == 0) {
            return all;
        }
        PostingsEnum postings = word.postings(null, PostingsEnum.NONE);
        if ((long) hidden * LOOKED_UP < all) {
            return all - among(segment.hidden, postings);
        }
        return (long) all * RARE < segment.hidden.length()
                ? seen(postings, segment.hidden)
                : seenOfMany(postings, segment.hidden);
    }

    private static int seen(PostingsEnum postings, FixedBitSet hidden) throws IOException {
        int seen = 0;
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            seen += hidden.get(postings.docID()) ? 0 : 1;
        }
        return seen;
    }

    /// Sixty-four at a time.
    private static int seenOfMany(PostingsEnum postings, FixedBitSet hidden) throws IOException {
        FixedBitSet having = new FixedBitSet(hidden.length());
        postings.nextDoc();
        postings.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, having, 0);
        return (int) FixedBitSet.andNotCount(having, hidden);
    }

    /// How many of some passages have a word.
    private static int among(FixedBitSet passages, PostingsEnum postings) throws IOException {
        BitSetIterator each = new BitSetIterator(passages, 0);
        int having = 0;
        for (int passage = each.nextDoc(); passage != DocIdSetIterator.NO_MORE_DOCS; passage = each.nextDoc()) {
            int at = postings.docID() < passage ? postings.advance(passage) : postings.docID();
            having += at == passage ? 1 : 0;
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
        FixedBitSet hidden = new FixedBitSet(reader.maxDoc());
        hidden.set(0, reader.maxDoc());
        NumericDocValues level = DocValues.getNumeric(reader, Fields.LEVEL);
        Bits live = reader.getLiveDocs();
        while (level.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int passage = level.docID();
            if (level.longValue() <= clearance.ordinal() && (live == null || live.get(passage))) {
                hidden.clear(passage);
            }
        }
        return new Segment(
                hidden,
                reader.maxDoc() - hidden.cardinality(),
                words(reader.getNormValues(Fields.TEXT), hidden),
                words(reader.getNormValues(Fields.TITLE), hidden));
    }

    /// As Lucene remembers lengths: in one byte, the longer the rougher.
    private static long words(@Nullable NumericDocValues lengths, FixedBitSet hidden) throws IOException {
        long words = 0;
        while (lengths != null && lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (!hidden.get(lengths.docID())) {
                words += SmallFloat.byte4ToInt((byte) lengths.longValue());
            }
        }
        return words;
    }
}
