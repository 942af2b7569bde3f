package org.cairn.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.uhighlight.AnalysisOffsetStrategy;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.LabelledCharArrayMatcher;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.PhraseHelper;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Where the words of a query stand in texts, for a query of words alone ([OfWords]): each text is gone through once,
/// and no index is made of it, as Lucene makes one wherever the places of words have to be compared.
final class WordPlaces {

    private final Query query;
    private final List<BytesRef> words;
    private final CharArrayMap<Integer> numbers;

    WordPlaces(Query query) {
        this.query = query;
        Set<Term> terms = new HashSet<>();
        query.visit(QueryVisitor.termCollector(terms));
        this.words = terms.stream()
                .filter(term -> term.field().equals(Fields.TEXT))
                .map(Term::bytes)
                .sorted()
                .toList();
        this.numbers = new CharArrayMap<>(words.size(), false);
        for (int i = 0; i < words.size(); i++) {
            numbers.put(words.get(i).utf8ToString(), i);
        }
    }

    /// The sentences of one text in which the words stand.
    ///
    /// @param most how many
    @Nullable
    Object shown(Analyzer analyzer, String text, PassageFormatter formatter, int most) throws IOException {
        UHComponents components = new UHComponents(
                Fields.TEXT,
                Fields.TEXT::equals,
                query,
                words.toArray(BytesRef[]::new),
                PhraseHelper.NONE,
                new LabelledCharArrayMatcher[0],
                false,
                EnumSet.noneOf(Snippets.HighlightFlag.class));
        return new FieldHighlighter(
                        Fields.TEXT,
                        new Places(components, analyzer),
                        BreakIterator.getSentenceInstance(Locale.ROOT),
                        new PassageScorer(),
                        most,
                        1,
                        formatter,
                        null)
                .highlightFieldForDoc(null, 0, text);
    }

    /// One place of a word.
    ///
    /// @param word its number among the words
    private record Met(int word, int start, int end) {}

    /// Finds the places in one text.
    private final class Places extends AnalysisOffsetStrategy {

        Places(UHComponents components, Analyzer analyzer) {
            super(components, analyzer);
        }

        @Override
        public OffsetsEnum getOffsetsEnum(@Nullable LeafReader reader, int document, String content)
                throws IOException {
            List<Met> met = new ArrayList<>();
            int[] times = new int[words.size()];
            try (TokenStream tokens = tokenStream(content)) {
                CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
                OffsetAttribute place = tokens.getAttribute(OffsetAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) {
                    Integer word = numbers.get(term.buffer(), 0, term.length());
                    if (word != null) {
                        met.add(new Met(word, place.startOffset(), place.endOffset()));
                        times[word]++;
                    }
                }
                tokens.end();
            }
            return new InOrder(met, times);
        }
    }

    /// Tells of the places, in the order of the text.
    private final class InOrder extends OffsetsEnum {

        private final List<Met> met;
        private final int[] times;
        private int at = -1;

        InOrder(List<Met> met, int[] times) {
            this.met = met;
            this.times = times;
        }

        @Override
        public boolean nextPosition() {
            at++;
            return at < met.size();
        }

        @Override
        public int freq() {
            return times[met.get(at).word()];
        }

        @Override
        public BytesRef getTerm() {
            return words.get(met.get(at).word());
        }

        @Override
        public int startOffset() {
            return met.get(at).start();
        }

        @Override
        public int endOffset() {
            return met.get(at).end();
        }
    }

    @Override
    public String toString() {
        return "WordPlaces";
    }
}
