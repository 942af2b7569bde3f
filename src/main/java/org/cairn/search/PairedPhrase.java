package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/// A phrase in which two frequent words stand side by side, asked for by their pairs: few passages have a pair, where
/// nearly all have both words. It finds the same passages with the same scores.
final class PairedPhrase {

    private final PhraseQuery phrase;
    private final FrequentWords frequent;
    private final List<Part> parts;
    private final int looks;

    /// @param word a word or a pair
    /// @param place of a pair that of its second word
    private record Part(Term word, int place) {
        @Override
        public String toString() {
            return "Part";
        }
    }

    private PairedPhrase(PhraseQuery phrase, FrequentWords frequent) {
        this.phrase = phrase;
        this.frequent = frequent;
        this.parts = new ArrayList<>();
        int known = 0;
        Term[] words = phrase.getTerms();
        int[] places = phrase.getPositions();
        boolean covered = false;
        for (int i = 0; i < words.length; i++) {
            int since = i + 1 < words.length && places[i + 1] == places[i] + 1 ? since(words[i], words[i + 1]) : 0;
            if (since > 0) {
                parts.add(new Part(
                        new Term(Fields.TEXT, FrequentPairs.pair(words[i].text(), words[i + 1].text())),
                        places[i + 1]));
                known = Math.max(known, since);
            } else if (!covered) {
                parts.add(new Part(words[i], places[i]));
            }
            covered = since > 0;
        }
        this.looks = known;
    }

    /// Nothing where a phrase has no two frequent words side by side.
    static Optional<PairedPhrase> of(PhraseQuery phrase, FrequentWords frequent) {
        boolean exact = phrase.getSlop() == 0 && phrase.getTerms().length > 1;
        if (!exact || !phrase.getField().equals(Fields.TEXT)) {
            return Optional.empty();
        }
        PairedPhrase paired = new PairedPhrase(phrase, frequent);
        return paired.looks > 0 ? Optional.of(paired) : Optional.empty();
    }

    /// After which look the pair of two words was known; 0 where it is none.
    private int since(Term one, Term next) {
        int first = frequent.since(one.text());
        int second = frequent.since(next.text());
        return first == 0 || second == 0 ? 0 : Math.max(first, second);
    }

    /// Asks by pairs where passages have them, and by words in those that were taken in before.
    Query in(IndexReader reader) throws IOException {
        Query paired = byParts();
        BooleanQuery.Builder before = new BooleanQuery.Builder();
        boolean any = false;
        for (int look = 0; look < looks; look++) {
            Term taken = new Term(Fields.LOOKS, String.valueOf(look));
            any |= reader.docFreq(taken) > 0;
            before.add(new TermQuery(taken), Occur.SHOULD);
        }
        if (!any) {
            return paired;
        }
        Query earlier = new BooleanQuery.Builder()
                .add(phrase, Occur.MUST)
                .add(before.build(), Occur.FILTER)
                .build();
        return new BooleanQuery.Builder()
                .add(paired, Occur.SHOULD)
                .add(earlier, Occur.SHOULD)
                .build();
    }

    private Query byParts() {
        if (parts.size() == 1) {
            return new TermQuery(parts.getFirst().word());
        }
        PhraseQuery.Builder all = new PhraseQuery.Builder();
        // Lucene wants the first at 0
        int first = parts.getFirst().place();
        parts.forEach(part -> all.add(part.word(), part.place() - first));
        return all.build();
    }

    /// Weighs what [#in] asks for as the phrase.
    Similarity weighing(ClearedSearcher searcher, Similarity similarity) throws IOException {
        List<TermStatistics> words = new ArrayList<>();
        for (Term word : phrase.getTerms()) {
            TermStates states = TermStates.build(searcher, word, true);
            if (states.docFreq() > 0) {
                words.add(searcher.termStatistics(word, states.docFreq(), states.totalTermFreq()));
            }
        }
        return words.isEmpty() ? similarity : new AsPhrase(similarity, words.toArray(TermStatistics[]::new));
    }

    @Override
    public String toString() {
        return "PairedPhrase";
    }
}
