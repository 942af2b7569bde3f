package org.cairn.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/// What every passage that is found is asked for, in memory for as long as its part of the index is in use: of
/// which item it is, and in which language. Six bytes a passage; from the sealed files it would be unsealed again at
/// each find.
final class Columns {

    /// Of more languages the rest is none that is known.
    private static final int MOST_LANGUAGES = Short.MAX_VALUE;

    private final Map<IndexReader.CacheKey, OfSegment> known = new ConcurrentHashMap<>();

    /// The passages of a part of the index, by their numbers in it.
    ///
    /// @param items the place of each one's reference among those of the part
    /// @param languages the place of each one's language, or -1 where it has none
    record OfSegment(int[] items, short[] languages) {
        @Override
        public String toString() {
            return "OfSegment";
        }
    }

    OfSegment of(LeafReader segment) throws IOException {
        // what was deleted of it meanwhile changes neither
        IndexReader.CacheHelper whole = segment.getCoreCacheHelper();
        if (whole == null) {
            return read(segment);
        }
        OfSegment before = known.get(whole.getKey());
        if (before != null) {
            return before;
        }
        OfSegment read = read(segment);
        if (known.put(whole.getKey(), read) == null) {
            whole.addClosedListener(known::remove);
        }
        return read;
    }

    private static OfSegment read(LeafReader segment) throws IOException {
        int[] items = new int[segment.maxDoc()];
        SortedDocValues references = DocValues.getSorted(segment, Fields.REFERENCE);
        while (references.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            items[references.docID()] = references.ordValue();
        }
        short[] languages = new short[segment.maxDoc()];
        Arrays.fill(languages, (short) -1);
        SortedDocValues tags = DocValues.getSorted(segment, Fields.LANGUAGE);
        while (tags.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int tag = tags.ordValue();
            languages[tags.docID()] = tag < MOST_LANGUAGES ? (short) tag : -1;
        }
        return new OfSegment(items, languages);
    }

    @Override
    public String toString() {
        return "Columns";
    }
}
