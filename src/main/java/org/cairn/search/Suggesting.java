package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;

/// Words of the archive that begin in some way: only from passages that the person may see.
final class Suggesting {

    private static final int MOST_WORDS = 20_000;
    private static final int MOST_PASSAGES = 500;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;
    private final PassageTexts texts;
    private final Protection clearance;
    private final Set<BytesRef> withheld;

    /// @param withheld records of which nothing is suggested, whatever the index says of them
    Suggesting(
            IndexSearcher searcher,
            Analyzer analyzer,
            PassageTexts texts,
            Protection clearance,
            Set<Reference> withheld) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.texts = texts;
        this.clearance = clearance;
        this.withheld = withheld.stream()
                .map(reference -> new BytesRef(reference.toString()))
                .collect(Collectors.toSet());
    }

    /// A word that can be suggested.
    ///
    /// @param passages how many may be seen that have it, counted to a limit
    /// @param first the first of them
    private record Suggestion(BytesRef word, int passages, int first) {
        private static final Comparator<Suggestion> WORST_FIRST = Comparator.comparingInt(Suggestion::passages)
                .thenComparing(Comparator.comparing(Suggestion::word).reversed());
    }

    List<String> beginning(String prefix, int limit) throws IOException {
        BytesRef start = analyzer.normalize(Fields.TEXT, prefix.strip());
        if (start.length == 0 || limit <= 0) {
            return List.of();
        }
        PriorityQueue<Suggestion> best = new PriorityQueue<>(Suggestion.WORST_FIRST);
        for (Map.Entry<BytesRef, Integer> word : mostFrequent(start)) {
            if (best.size() == limit && !canBeat(best.element(), word)) {
                break;
            }
            best.add(visible(word.getKey()));
            if (best.element().passages == 0 || best.size() > limit) {
                best.remove();
            }
        }
        List<String> written = new ArrayList<>();
        for (Suggestion suggestion :
                best.stream().sorted(Suggestion.WORST_FIRST.reversed()).toList()) {
            written.add(written(suggestion));
        }
        return written;
    }

    /// A word is in no more passages that are seen than in all: most words need not be looked up.
    private static boolean canBeat(Suggestion worst, Map.Entry<BytesRef, Integer> word) {
        int atMost = Math.min(word.getValue(), MOST_PASSAGES);
        return atMost > worst.passages
                || (atMost == worst.passages
                        && (atMost == MOST_PASSAGES || word.getKey().compareTo(worst.word) < 0));
    }

    private List<Map.Entry<BytesRef, Integer>> mostFrequent(BytesRef start) throws IOException {
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

    /// Counts only passages the person may see.
    private Suggestion visible(BytesRef word) throws IOException {
        int first = -1;
        int seen = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            PostingsEnum postings = postings(reader, word);
            if (postings == null) {
                continue;
            }
            NumericDocValues level = DocValues.getNumeric(reader, Fields.LEVEL);
            SortedDocValues records = DocValues.getSorted(reader, Fields.REFERENCE);
            Bits live = reader.getLiveDocs();
            while (seen < MOST_PASSAGES && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int document = postings.docID();
                if ((live == null || live.get(document)) && maySee(level, document) && !withheld(records, document)) {
                    first = seen == 0 ? leaf.docBase + document : first;
                    seen++;
                }
            }
        }
        return new Suggestion(word, seen, first);
    }

    private static @Nullable PostingsEnum postings(LeafReader reader, BytesRef word) throws IOException {
        Terms terms = reader.terms(Fields.TEXT);
        TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
        return words.seekExact(word) ? words.postings(null, PostingsEnum.NONE) : null;
    }

    private boolean maySee(NumericDocValues level, int document) throws IOException {
        return level.advanceExact(document) && level.longValue() <= clearance.ordinal();
    }

    private boolean withheld(SortedDocValues records, int document) throws IOException {
        return !withheld.isEmpty()
                && records.advanceExact(document)
                && withheld.contains(records.lookupOrd(records.ordValue()));
    }

    /// As its first passage writes it, with the marks that folding takes away.
    private String written(Suggestion suggestion) throws IOException {
        String text = texts.of(searcher.getIndexReader(), suggestion.first);
        String word = suggestion.word.utf8ToString();
        try (TokenStream words = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (word.contentEquals(term)) {
                    return text.substring(place.startOffset(), place.endOffset());
                }
            }
        }
        // the record was changed since
        return word;
    }
}
