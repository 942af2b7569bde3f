package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// Words of the archive that begin in some way: only from passages that the person may see.
final class Suggesting {

    /// Of one letter there may be more words than can be looked at while somebody types: the last ones are left out.
    private static final int MOST_WORDS = 200_000;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;
    private final PassageTexts texts;
    private final Protection clearance;
    private final VisiblePassages visible;
    private final Columns columns;
    private final Set<BytesRef> withheld;

    /// @param withheld records of which nothing is suggested, whatever the index says of them
    Suggesting(
            IndexSearcher searcher,
            Analyzer analyzer,
            PassageTexts texts,
            Protection clearance,
            VisiblePassages visible,
            Columns columns,
            Set<Reference> withheld) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.texts = texts;
        this.clearance = clearance;
        this.visible = visible;
        this.columns = columns;
        this.withheld = withheld.stream()
                .map(reference -> new BytesRef(reference.toString()))
                .collect(Collectors.toSet());
    }

    /// A word that can be suggested.
    ///
    /// @param passages how many may be seen that have it
    private record Suggestion(BytesRef word, int passages) {
        private static final Comparator<Suggestion> WORST_FIRST = Comparator.comparingInt(Suggestion::passages)
                .thenComparing(Comparator.comparing(Suggestion::word).reversed());

        /// A word is in no more passages that are seen than in all: most words need not be looked up. Of equals the one
        /// that is earlier in the order of words is better, and the words come in that order.
        boolean canBeBeatenBy(int passages) {
            return passages > this.passages;
        }
    }

    List<String> beginning(String prefix, int limit) throws IOException {
        BytesRef start = analyzer.normalize(Fields.TEXT, prefix.strip());
        if (start.length == 0 || limit <= 0) {
            return List.of();
        }
        List<String> written = new ArrayList<>();
        for (Suggestion suggestion : mostFrequent(start, limit)) {
            written.add(written(suggestion.word));
        }
        return written;
    }

    private List<Suggestion> mostFrequent(BytesRef start, int limit) throws IOException {
        PriorityQueue<Suggestion> best = new PriorityQueue<>(Suggestion.WORST_FIRST);
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.TEXT);
        TermsEnum words = terms == null ? TermsEnum.EMPTY : terms.iterator();
        boolean more = words.seekCeil(start) != TermsEnum.SeekStatus.END;
        for (int looked = 0; more && looked < MOST_WORDS && StringHelper.startsWith(words.term(), start); looked++) {
            if (best.size() < limit || best.element().canBeBeatenBy(words.docFreq())) {
                BytesRef word = BytesRef.deepCopyOf(words.term());
                best.add(new Suggestion(word, passages(word)));
                if (best.element().passages == 0 || best.size() > limit) {
                    best.remove();
                }
            }
            more = words.next() != null;
        }
        return best.stream().sorted(Suggestion.WORST_FIRST.reversed()).toList();
    }

    /// Only passages that the person may see.
    private int passages(BytesRef word) throws IOException {
        Term term = new Term(Fields.TEXT, word);
        int having = visible.having(term, searcher.getIndexReader(), clearance);
        if (withheld.isEmpty()) {
            return having;
        }
        BooleanQuery.Builder notAfterAll = new BooleanQuery.Builder()
                .add(new TermQuery(term), Occur.FILTER)
                .add(new TermInSetQuery(Fields.REFERENCE, withheld), Occur.FILTER)
                .add(Limits.upTo(clearance), Occur.FILTER);
        return having - searcher.count(notAfterAll.build());
    }

    /// The passage of the earliest reference that has a word and that the person may see; -1 where there is none. Which
    /// passage the index has first depends on others that may not be seen.
    private int first(BytesRef word) throws IOException {
        int first = -1;
        long earliest = Long.MAX_VALUE;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            PostingsEnum postings = reader.postings(new Term(Fields.TEXT, word), PostingsEnum.NONE);
            SortedDocValues records = DocValues.getSorted(reader, Fields.REFERENCE);
            Columns.OfSegment of = columns.of(reader);
            Bits hidden = visible.hidden(reader, clearance);
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int document = postings.docID();
                long order = of.ofItems().orders()[of.items()[document]];
                if (order < earliest && !hidden.get(document) && !withheld(records, document)) {
                    earliest = order;
                    first = leaf.docBase + document;
                }
            }
        }
        return first;
    }

    private boolean withheld(SortedDocValues records, int document) throws IOException {
        return !withheld.isEmpty()
                && records.advanceExact(document)
                && withheld.contains(records.lookupOrd(records.ordValue()));
    }

    /// As its earliest passage writes it, with the marks that folding takes away.
    private String written(BytesRef folded) throws IOException {
        String word = folded.utf8ToString();
        int first = first(folded);
        String text = first < 0 ? "" : texts.of(searcher.getIndexReader(), first);
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
