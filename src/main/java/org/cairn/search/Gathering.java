package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.cairn.domain.Reference;

/// Gathers the items of all passages that are found, without scores, facets or texts.
///
/// All passages of an item lie side by side in one segment: it ends where the next begins.
final class Gathering extends SimpleCollector {

    private final List<Reference> items = new ArrayList<>();
    private long passages;
    private SortedDocValues references = DocValues.emptySorted();
    private int last = -1;

    Found found(long undated) {
        return new Found(items.stream().sorted().distinct().toList(), passages, undated);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        references = DocValues.getSorted(context.reader(), Fields.REFERENCE);
        last = -1;
    }

    @Override
    public void collect(int document) throws IOException {
        passages++;
        references.advanceExact(document);
        int item = references.ordValue();
        if (item != last) {
            last = item;
            items.add(Reference.parse(references.lookupOrd(item).utf8ToString()));
        }
    }
}
