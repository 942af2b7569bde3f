package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/// What every passage that is found is asked for, in memory for as long as its part of the index is in use: of
/// which item it is, and in which language; and of every item by what it is sorted and counted. Six bytes a passage
/// and forty an item; from the sealed files it would be unsealed again at each find.
final class Columns {

    /// What every passage of an item has the same of, and is counted once for each item.
    static final List<String> OF_ITEMS = List.of(Fields.KIND, Fields.TYPE, Fields.PROTECTION, Fields.YEAR);

    /// Of more languages the rest is none that is known.
    private static final int MOST_LANGUAGES = Short.MAX_VALUE;

    private static final int NONE = -1;

    private final Map<IndexReader.CacheKey, OfSegment> known = new ConcurrentHashMap<>();

    /// The passages of a part of the index, by their numbers in it.
    ///
    /// @param items the place of each one's reference among those of the part
    /// @param languages the place of each one's language, or -1 where it has none
    /// @param ofItems what the items have, by those places
    record OfSegment(int[] items, short[] languages, OfItems ofItems) {
        @Override
        public String toString() {
            return "OfSegment";
        }
    }

    /// The items of a part of the index, by the places of their references.
    ///
    /// @param values for each of [#OF_ITEMS] the place of each item's value among those of the field, or -1
    /// @param orders what decides between equals
    /// @param earliest each one's first day, before all others where it has none
    record OfItems(int[][] values, long[] orders, double[] earliest) {

        static OfItems none(int items) {
            int[][] values = new int[OF_ITEMS.size()][items];
            for (int[] ofField : values) {
                Arrays.fill(ofField, NONE);
            }
            long[] orders = new long[items];
            Arrays.fill(orders, Long.MAX_VALUE);
            double[] earliest = new double[items];
            Arrays.fill(earliest, -Double.MAX_VALUE);
            return new OfItems(values, orders, earliest);
        }

        @Override
        public String toString() {
            return "OfItems";
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
        OfItems ofItems = OfItems.none(references.getValueCount());
        Reading reading = new Reading(segment, ofItems);
        int before = NONE;
        while (references.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int item = references.ordValue();
            items[references.docID()] = item;
            if (item != before) {
                reading.item(item, references.docID());
                before = item;
            }
        }
        short[] languages = new short[segment.maxDoc()];
        Arrays.fill(languages, (short) NONE);
        SortedDocValues tags = DocValues.getSorted(segment, Fields.LANGUAGE);
        while (tags.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int tag = tags.ordValue();
            languages[tags.docID()] = tag < MOST_LANGUAGES ? (short) tag : NONE;
        }
        return new OfSegment(items, languages, ofItems);
    }

    /// Reads what the items of a part have, each from its first passage. Where an item was changed, the passages that
    /// are there still come after those that are not, and are what counts.
    private static final class Reading {

        private final OfItems into;
        private final List<SortedDocValues> values = new ArrayList<>();
        private final NumericDocValues orders;
        private final NumericDocValues earliest;

        Reading(LeafReader segment, OfItems into) throws IOException {
            this.into = into;
            for (String field : OF_ITEMS) {
                values.add(DocValues.getSorted(segment, field));
            }
            orders = DocValues.getNumeric(segment, Fields.ORDER);
            earliest = DocValues.getNumeric(segment, Fields.EARLIEST);
        }

        void item(int item, int passage) throws IOException {
            for (int field = 0; field < values.size(); field++) {
                SortedDocValues ofField = values.get(field);
                into.values[field][item] = ofField.advanceExact(passage) ? ofField.ordValue() : NONE;
            }
            into.orders[item] = orders.advanceExact(passage) ? orders.longValue() : Long.MAX_VALUE;
            into.earliest[item] = earliest.advanceExact(passage) ? earliest.longValue() : -Double.MAX_VALUE;
        }
    }

    @Override
    public String toString() {
        return "Columns";
    }
}
