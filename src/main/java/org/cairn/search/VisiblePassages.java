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
    private record Segment(FixedBitSet hidden, int count, long wordsOfTexts, long wordsOfTitles) {

        /// The same without what was deleted.
        Segment without(LeafReader reader) throws IOException {
            Bits live = reader.getLiveDocs();
            if (live == null) {
                return this;
            }
            FixedBitSet there = all(reader);
            live.applyMask(there, 0);
            FixedBitSet gone = all(reader);
            gone.andNot(there);
            gone.andNot(hidden);
            FixedBitSet more = hidden.clone();
            more.or(gone);
            return new Segment(
                    more,
                    count - gone.cardinality(),
                    wordsOfTexts - words(reader.getNormValues(Fields.TEXT), gone),
                    wordsOfTitles - words(reader.getNormValues(Fields.TITLE), gone));
        }
    }

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

    /// The passages of a segment that may not be seen, or are there no longer.
    Bits hidden(LeafReader reader, Protection clearance) throws IOException {
        return segment(reader, clearance).hidden;
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
        IndexReader.CacheHelper whole = reader.getCoreCacheHelper();
        if (state == null || whole == null) {
            return look(reader, clearance).without(reader);
        }
        Segment before = known.get(new Key(state.getKey(), clearance));
        if (before != null) {
            return before;
        }
        // a segment in which something was deleted is not looked through once more
        Segment all = kept(whole, clearance, () -> look(reader, clearance));
        return reader.hasDeletions() ? kept(state, clearance, () -> all.without(reader)) : all;
    }

    /// Looks at a segment.
    @FunctionalInterface
    private interface Look {
        Segment at() throws IOException;
    }

    /// What was seen once, kept for as long as that of which it was seen is in use.
    private Segment kept(IndexReader.CacheHelper of, Protection clearance, Look look) throws IOException {
        Key key = new Key(of.getKey(), clearance);
        Segment before = known.get(key);
        if (before != null) {
            return before;
        }
        Segment segment = look.at();
        known.put(key, segment);
        of.addClosedListener(gone -> known.remove(new Key(gone, clearance)));
        return segment;
    }

    /// What a clearance may see of a segment in which nothing was deleted.
    private static Segment look(LeafReader reader, Protection clearance) throws IOException {
        FixedBitSet seen = new FixedBitSet(reader.maxDoc());
        NumericDocValues level = DocValues.getNumeric(reader, Fields.LEVEL);
        while (level.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (level.longValue() <= clearance.ordinal()) {
                seen.set(level.docID());
            }
        }
        FixedBitSet hidden = all(reader);
        hidden.andNot(seen);
        return new Segment(
                hidden,
                seen.cardinality(),
                words(reader.getNormValues(Fields.TEXT), seen),
                words(reader.getNormValues(Fields.TITLE), seen));
    }

    private static FixedBitSet all(LeafReader reader) {
        FixedBitSet all = new FixedBitSet(reader.maxDoc());
        all.set(0, reader.maxDoc());
        return all;
    }

    /// As Lucene remembers lengths: in one byte, the longer the rougher.
    private static long words(@Nullable NumericDocValues lengths, FixedBitSet passages) throws IOException {
        BitSetIterator each = new BitSetIterator(passages, 0);
        long words = 0;
        for (int passage = each.nextDoc(); passage != DocIdSetIterator.NO_MORE_DOCS; passage = each.nextDoc()) {
            if (lengths != null && lengths.advanceExact(passage)) {
                words += SmallFloat.byte4ToInt((byte) lengths.longValue());
            }
        }
        return words;
    }
}
