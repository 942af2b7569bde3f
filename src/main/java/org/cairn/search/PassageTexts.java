package org.cairn.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.cairn.domain.Reference;

/// The texts of the passages that one state of the index knows by number. Any number of threads may ask: the
/// records are read by one of them at a time.
final class PassageTexts {

    /// What is looked at by itself, apart from the index: the text that is being shown.
    static final ScopedValue<String> SHOWN = ScopedValue.newInstance();

    private final Texts.Reading records;

    PassageTexts(Texts.Reading records) {
        this.records = records;
    }

    /// @param document its number among all
    String of(IndexReader reader, int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return of(leaf.reader(), document - leaf.docBase);
    }

    /// @param document its number in this part of the index
    String of(LeafReader part, int document) throws IOException {
        SortedDocValues references = DocValues.getSorted(part, Fields.REFERENCE);
        NumericDocValues places = DocValues.getNumeric(part, Fields.NTH);
        if (!references.advanceExact(document) || !places.advanceExact(document)) {
            return "";
        }
        Reference record =
                Reference.parse(references.lookupOrd(references.ordValue()).utf8ToString());
        long place = places.longValue();
        synchronized (records) {
            return records.text(record, (int) (place >>> Integer.SIZE), (int) place);
        }
    }
}
