package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.cairn.domain.Protection;
import org.jspecify.annotations.Nullable;

/// Words of the archive that begin in some way: only from passages that the person may see.
final class Suggesting {

    private static final int MOST_WORDS = 300;
    private static final int MOST_PASSAGES = 200;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;
    private final Protection clearance;

    Suggesting(IndexSearcher searcher, Analyzer analyzer, Protection clearance) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.clearance = clearance;
    }

    List<String> beginning(String prefix, int limit) throws IOException {
        BytesRef start = analyzer.normalize(Fields.TEXT, prefix.strip());
        if (start.length == 0) {
            return List.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            collect(leaf.reader(), start, counts);
        }
        List<Map.Entry<String, Integer>> words = new ArrayList<>(counts.entrySet());
        words.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return words.stream().limit(limit).map(Map.Entry::getKey).toList();
    }

    private void collect(LeafReader reader, BytesRef start, Map<String, Integer> counts) throws IOException {
        Terms terms = reader.terms(Fields.TEXT);
        if (terms == null) {
            return;
        }
        NumericDocValues level = DocValues.getNumeric(reader, Fields.LEVEL);
        TermsEnum words = terms.iterator();
        if (words.seekCeil(start) == TermsEnum.SeekStatus.END) {
            return;
        }
        int looked = 0;
        for (BytesRef word = words.term(); word != null && looked < MOST_WORDS; word = words.next()) {
            if (!StringHelper.startsWith(word, start)) {
                return;
            }
            looked++;
            int seen = visible(reader.getLiveDocs(), words.postings(null, PostingsEnum.NONE), level(reader, level));
            if (seen > 0) {
                counts.merge(word.utf8ToString(), seen, Integer::sum);
            }
        }
    }

    /// Doc values only run forward: each word needs fresh ones.
    private static NumericDocValues level(LeafReader reader, NumericDocValues used) throws IOException {
        return used.docID() < 0 ? used : DocValues.getNumeric(reader, Fields.LEVEL);
    }

    private int visible(@Nullable Bits live, PostingsEnum postings, NumericDocValues level) throws IOException {
        int seen = 0;
        int looked = 0;
        for (int document = postings.nextDoc();
                document != PostingsEnum.NO_MORE_DOCS && looked < MOST_PASSAGES;
                document = postings.nextDoc()) {
            looked++;
            boolean alive = live == null || live.get(document);
            if (alive && level.advanceExact(document) && level.longValue() <= clearance.ordinal()) {
                seen++;
            }
        }
        return seen;
    }
}
