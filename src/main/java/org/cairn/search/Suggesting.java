package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.cairn.domain.Protection;
import org.jspecify.annotations.Nullable;

/// Words of the archive that begin in some way: only from passages that the person may see.
final class Suggesting {

    private static final int MOST_WORDS = 20_000;
    private static final int MOST_PASSAGES = 500;
    private static final int TRIED = 40;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;
    private final Protection clearance;

    Suggesting(IndexSearcher searcher, Analyzer analyzer, Protection clearance) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.clearance = clearance;
    }

    /// A word that can be suggested.
    ///
    /// @param written as it stands in a passage, with the marks that folding takes away
    private record Suggestion(String written, int passages) {}

    List<String> beginning(String prefix, int limit) throws IOException {
        BytesRef start = analyzer.normalize(Fields.TEXT, prefix.strip());
        if (start.length == 0 || limit <= 0) {
            return List.of();
        }
        List<Suggestion> seen = new ArrayList<>();
        for (BytesRef word : mostFrequent(start, limit + TRIED)) {
            Suggestion suggestion = visible(word);
            if (suggestion.passages > 0) {
                seen.add(suggestion);
            }
        }
        return seen.stream()
                .sorted(Comparator.comparingInt(Suggestion::passages).reversed().thenComparing(Suggestion::written))
                .limit(limit)
                .map(Suggestion::written)
                .toList();
    }

    private List<BytesRef> mostFrequent(BytesRef start, int most) throws IOException {
        Map<BytesRef, Integer> frequencies = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Fields.TEXT);
            if (terms != null) {
                count(terms.iterator(), start, frequencies);
            }
        }
        return frequencies.entrySet().stream()
                .sorted(Map.Entry.<BytesRef, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void count(TermsEnum words, BytesRef start, Map<BytesRef, Integer> frequencies) throws IOException {
        if (words.seekCeil(start) == TermsEnum.SeekStatus.END) {
            return;
        }
        int looked = 0;
        for (BytesRef word = words.term(); word != null && looked < MOST_WORDS; word = words.next()) {
            if (!StringHelper.startsWith(word, start)) {
                return;
            }
            looked++;
            frequencies.merge(BytesRef.deepCopyOf(word), words.docFreq(), Integer::sum);
        }
    }

    /// Counts only passages the person may see, and takes the word as the first of them writes it.
    private Suggestion visible(BytesRef word) throws IOException {
        String written = "";
        int seen = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            PostingsEnum postings = postings(reader, word);
            if (postings == null) {
                continue;
            }
            NumericDocValues level = DocValues.getNumeric(reader, Fields.LEVEL);
            Bits live = reader.getLiveDocs();
            while (seen < MOST_PASSAGES && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int document = postings.docID();
                if ((live == null || live.get(document)) && maySee(level, document)) {
                    written = seen == 0 ? written(leaf.docBase + document, postings) : written;
                    seen++;
                }
            }
        }
        return new Suggestion(written, seen);
    }

    private static @Nullable PostingsEnum postings(LeafReader reader, BytesRef word) throws IOException {
        Terms terms = reader.terms(Fields.TEXT);
        TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
        return words.seekExact(word) ? words.postings(null, PostingsEnum.OFFSETS) : null;
    }

    private boolean maySee(NumericDocValues level, int document) throws IOException {
        return level.advanceExact(document) && level.longValue() <= clearance.ordinal();
    }

    private String written(int document, PostingsEnum postings) throws IOException {
        postings.nextPosition();
        String text =
                searcher.storedFields().document(document, Set.of(Fields.TEXT)).get(Fields.TEXT);
        return text.substring(postings.startOffset(), postings.endOffset());
    }
}
