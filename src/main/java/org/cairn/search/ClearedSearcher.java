package org.cairn.search;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.cairn.domain.Protection;
import org.jspecify.annotations.Nullable;

/// Weighs words by the passages that a clearance may see: how rare a word is among the others, and how long those are,
/// would tell of them.
final class ClearedSearcher extends IndexSearcher {

    /// The second and third time a word is there count a little more than Lucene has it: pages are long.
    private static final Similarity OF_WORDS = new BM25Similarity(2f, 0.75f);

    /// Pairs of letters come again in words that have nothing to do with each other: another time counts little.
    private static final Similarity OF_LETTERS = new BM25Similarity(0.9f, 0.4f);

    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Fields.ORDER, SortField.Type.LONG),
            new SortField(Fields.NTH, SortField.Type.LONG));

    private final Protection clearance;
    private final VisiblePassages visible;
    private final PassageTexts texts;
    private final Columns columns;
    private final FrequentWords frequent;

    /// @param frequent the words of which passages may have the pairs
    ClearedSearcher(
            IndexReader reader,
            Protection clearance,
            VisiblePassages visible,
            PassageTexts texts,
            Columns columns,
            FrequentWords frequent) {
        // several parts of the index are searched at the same time
        super(reader, ForkJoinPool.commonPool());
        setSimilarity(OF_WORDS);
        this.clearance = clearance;
        this.visible = visible;
        this.texts = texts;
        this.columns = columns;
        this.frequent = frequent;
    }

    /// The same, for what is asked letter by letter.
    ClearedSearcher byLetters() {
        return same(frequent, OF_LETTERS);
    }

    private ClearedSearcher same(FrequentWords words, Similarity similarity) {
        ClearedSearcher same = new ClearedSearcher(getIndexReader(), clearance, visible, texts, columns, words);
        same.setSimilarity(similarity);
        return same;
    }

    /// Phrases of frequent words are asked for by their pairs.
    @Override
    public Weight createWeight(Query query, ScoreMode scoreMode, float boost) throws IOException {
        Query plain = query;
        float more = boost;
        while (plain instanceof BoostQuery boosted) {
            plain = boosted.getQuery();
            more *= boosted.getBoost();
        }
        Optional<PairedPhrase> paired =
                plain instanceof PhraseQuery phrase ? PairedPhrase.of(phrase, frequent) : Optional.empty();
        return paired.isPresent()
                ? byPairs(paired.get(), scoreMode, more)
                : super.createWeight(query, scoreMode, boost);
    }

    private Weight byPairs(PairedPhrase phrase, ScoreMode scoreMode, float boost) throws IOException {
        Similarity weighing = scoreMode.needsScores() ? phrase.weighing(this, getSimilarity()) : getSimilarity();
        return same(FrequentWords.NONE, weighing).createWeight(phrase.in(getIndexReader()), scoreMode, boost);
    }

    /// The best passages, of equals those of the earlier reference and place: in which order the index has them depends
    /// on passages that may not be seen.
    TopDocs best(Query query, int most) throws IOException {
        return search(query, most, BEST_FIRST, true);
    }

    /// Of the passages it finds, what each is asked for.
    Columns columns() {
        return columns;
    }

    /// The texts of the passages it finds.
    PassageTexts texts() {
        return texts;
    }

    /// Whether nothing of the index is kept from the clearance: then nobody has to ask of each passage.
    boolean seesEverything() throws IOException {
        IndexReader reader = getIndexReader();
        return visible.sum(reader, clearance, "").passages() == reader.numDocs();
    }

    @Override
    public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
        VisiblePassages.Sum sum = visible.sum(getIndexReader(), clearance, field);
        long words = Math.max(sum.words(), sum.passages());
        return sum.passages() == 0
                ? null
                : new CollectionStatistics(field, sum.passages(), sum.passages(), words, sum.passages());
    }

    /// How many passages that may be seen have a word; nothing for a word that the index does not know.
    long having(Term term) throws IOException {
        TermStates states = TermStates.build(this, term, true);
        return states.docFreq() == 0
                ? 0
                : termStatistics(term, states.docFreq(), states.totalTermFreq()).docFreq();
    }

    /// How rare a word is that so many passages have, among those that may be seen.
    double rarity(Term term, long having) throws IOException {
        CollectionStatistics all = collectionStatistics(term.field());
        return all == null ? 0 : Rarity.of(having, all.docCount());
    }

    @Override
    public TermStatistics termStatistics(Term term, int documents, long occurrences) throws IOException {
        // with nothing hidden or deleted, what Lucene has counted is it
        IndexReader reader = getIndexReader();
        boolean all = visible.sum(reader, clearance, "").passages() == reader.maxDoc();
        int having = all ? documents : Math.max(1, visible.having(term, reader, clearance));
        return new TermStatistics(term.bytes(), having, having);
    }
}
