package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A phrase of frequent words finds what it would find without the pairs that the index keeps of them, in passages that
/// were taken in before and after they became frequent.
class PairedPhraseTest {

    private static final List<String> WORDS =
            List.of("of", "the", "clinic", "in", "and", "price", "doctor", "في", "من", "الله", "的", "人");

    @TempDir
    private Path folder;

    @Test
    void findsTheSameWithTheSameScores() throws IOException {
        Random random = new Random(11);
        FrequentWords first = FrequentWords.read("1000\nof the in في 的");
        FrequentWords second = FrequentWords.read("4000\nof the in في 的\nand clinic من 人");
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(PassageAnalyzer.plain()))) {
                int number = 0;
                for (FrequentWords known : List.of(FrequentWords.NONE, first, second)) {
                    List<Change> changes = new ArrayList<>();
                    for (int i = 0; i < 60; i++) {
                        number++;
                        changes.add(item(number, random).change());
                    }
                    new TakingIn(writer, new NameSounds(), known).all(changes);
                }
            }
            try (IndexReader reader = DirectoryReader.open(directory)) {
                for (Protection clearance : List.of(Protection.PUBLIC, Protection.SEALED)) {
                    for (int i = 0; i < 200; i++) {
                        Query phrase = phrase(random);
                        Map<Integer, Float> plain = scores(reader, clearance, FrequentWords.NONE, phrase);
                        for (FrequentWords known : List.of(first, second)) {
                            Map<Integer, Float> paired = scores(reader, clearance, known, phrase);

                            // to the last digit: which words are frequent depends on passages that may not be seen
                            assertThat(paired).as(phrase.toString()).isEqualTo(plain);
                        }
                    }
                }
            }
        }
    }

    private static Passages.AnItem item(int number, Random random) {
        return anItem(new Reference(RecordKind.EVIDENCE, number).toString())
                .saying(text(random), text(random), text(random))
                .kept(number % 3 == 0 ? Protection.SEALED : Protection.PUBLIC);
    }

    private static String text(Random random) {
        return String.join(" ", words(random, 3 + random.nextInt(20)));
    }

    private static List<String> words(Random random, int many) {
        return random.ints(many, 0, WORDS.size()).mapToObj(WORDS::get).toList();
    }

    /// Now and then boosted, with a word that nobody has, or a gap.
    private static Query phrase(Random random) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int place = 0;
        for (String word : words(random, 2 + random.nextInt(4))) {
            phrase.add(new Term(Fields.TEXT, random.nextInt(40) == 0 ? "nobody" : word), place);
            place += random.nextInt(10) == 0 ? 2 : 1;
        }
        return random.nextInt(4) == 0 ? new BoostQuery(phrase.build(), 3) : phrase.build();
    }

    private static Map<Integer, Float> scores(
            IndexReader reader, Protection clearance, FrequentWords frequent, Query query) throws IOException {
        ClearedSearcher searcher = searcher(reader, clearance, frequent);
        Map<Integer, Float> scores = new HashMap<>();
        for (ScoreDoc found : searcher.search(query, reader.maxDoc()).scoreDocs) {
            scores.put(found.doc, found.score);
        }
        return scores;
    }

    private static ClearedSearcher searcher(IndexReader reader, Protection clearance, FrequentWords frequent) {
        return new ClearedSearcher(
                reader,
                clearance,
                new VisiblePassages(),
                Passages.TEXTS.during(clearance, PassageTexts::new),
                new Columns(),
                frequent);
    }

    @Test
    void anIndexLearnsItsFrequentWordsAndKeepsThem() {
        List<String> texts = new ArrayList<>();
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            // taken in before it is known what is frequent, and just after
            add(index, texts, FrequentWords.FIRST_LOOK, "the price of the kidney in the clinic");
            add(index, texts, 50, "the price of the kidney in the clinic");
        }
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            // what is frequent is known from before, and other words become so
            add(index, texts, 4 * FrequentWords.FIRST_LOOK, "a price for the kidney of a man");
            add(index, texts, 50, "a price for the kidney of a man");

            for (String phrase : List.of(
                    "price of the kidney", "of the", "the clinic", "a man", "the kidney of a", "for the kidney")) {
                assertThat(index.ask('"' + phrase + '"').total())
                        .as(phrase)
                        .isEqualTo(texts.stream()
                                .filter(text -> (' ' + text + ' ').contains(' ' + phrase + ' '))
                                .count())
                        .isPositive();
            }
            assertThat(index.highlighted("\"a price for\"")).containsExactly("a price for");
        }
    }

    private static void add(SearchedIndex index, List<String> texts, int many, String words) {
        Random random = new Random(texts.size());
        List<String> all = new ArrayList<>(Arrays.asList(words.split(" ")));
        Passages.AnItem[] items = IntStream.range(0, many)
                .mapToObj(number -> {
                    java.util.Collections.shuffle(all, random);
                    // as it was, in every tenth
                    String text = number % 10 == 0 ? words : String.join(" ", all);
                    texts.add(text);
                    return anItem(new Reference(RecordKind.EVIDENCE, texts.size()).toString())
                            .saying(text);
                })
                .toArray(Passages.AnItem[]::new);
        Passages.add(index.index(), items);
    }

    @Test
    void wordsOfEveryScriptBecomeFrequent() throws IOException {
        FrequentWords found = looked(List.of("في كل يوم", "في 的人 жить", "ﷺ في жить 的人", "ﷺ 的 в жить"));

        for (String word : List.of("في", "的", "жить")) {
            assertThat(found.since(word)).as(word).isEqualTo(1);
        }
    }

    /// One letter of Arabic is a sentence of four words: those are not frequent because it is.
    @Test
    void aWordThatIsFoldedToSeveralMakesNoneOfThemFrequent() throws IOException {
        FrequentWords found = looked(List.of("ﷺ كتاب", "ﷺ يوم", "ﷺ شيء", "ﷺ باب"));

        FrequentWords again = FrequentWords.read(found.written());

        assertThat(again.since("الله")).isZero();
        assertThat(again.since("عليه")).isZero();
    }

    private static FrequentWords looked(List<String> texts) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(PassageAnalyzer.plain()))) {
                String[] each = texts.toArray(String[]::new);
                Change change = anItem("E-0001").saying(each).change();
                new TakingIn(writer, new NameSounds(), FrequentWords.NONE).all(List.of(change));
            }
            try (IndexReader reader = DirectoryReader.open(directory)) {
                return FrequentWords.NONE.looked(reader);
            }
        }
    }

    @Test
    void exactQuotesAreAskedForByPairsToo() throws IOException {
        FrequentWords known = FrequentWords.read("1000\nof the");
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(PassageAnalyzer.plain()))) {
                Change change = anItem("E-0001")
                        .saying("the end of all", "one of the men")
                        .change();
                new TakingIn(writer, new NameSounds(), known).all(List.of(change));
            }
            try (IndexReader reader = DirectoryReader.open(directory)) {
                Query exact = new ExactQuery(new PhraseQuery(Fields.TEXT, "of", "the"), Fields.TEXT, "of the");
                Scorer scorer = Objects.requireNonNull(searcher(reader, Protection.SEALED, known)
                        .createWeight(exact, ScoreMode.COMPLETE, 1)
                        .scorer(reader.leaves().getFirst()));

                // the passage that has both words is not looked at
                assertThat(scorer.twoPhaseIterator().approximation().nextDoc()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatIsFrequentOutlastsTheIndexBeingClosed() {
        FrequentWords words = FrequentWords.read("4000\nof the\nand");

        FrequentWords again = FrequentWords.read(words.written());

        assertThat(again.since("the")).isEqualTo(1);
        assertThat(again.since("and")).isEqualTo(2);
        assertThat(again.since("kidney")).isZero();
        assertThat(again.isLookDue(15_999)).isFalse();
        assertThat(again.isLookDue(16_000)).isTrue();
        assertThat(FrequentWords.read(null).isLookDue(FrequentWords.FIRST_LOOK)).isTrue();
    }
}
