package org.cairn.search;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.SortedDocValues;

/// Counts the values of one field in one segment, each once for an item.
final class FacetCount {

    private final String name;
    private final SortedDocValues values;
    private final int[] counts;
    /// The item that a value was last counted for; items are numbered from 1.
    private final int[] lastItem;

    FacetCount(String name, SortedDocValues values) {
        this.name = name;
        this.values = values;
        this.counts = new int[values.getValueCount()];
        this.lastItem = new int[values.getValueCount()];
    }

    /// @param value its place among the values of the segment
    void count(int value, int item) {
        if (lastItem[value] != item) {
            lastItem[value] = item;
            counts[value]++;
        }
    }

    void addTo(Map<String, Map<String, Long>> facets) throws IOException {
        Map<String, Long> sums = facets.computeIfAbsent(name, unused -> new TreeMap<>());
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                sums.merge(values.lookupOrd(value).utf8ToString(), (long) counts[value], Long::sum);
            }
        }
    }
}
