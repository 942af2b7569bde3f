package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of passages that answer a question equally well, those are first whose neighbours answer it well.
class NeighboursTest {

    private static final String QUESTION = "broker OR kidney OR passport OR clinic";
    private static final int MANY = 220;

    @TempDir
    private Path folder;

    @Test
    void putsFirstWhatIsLikeGoodAnswers() throws Exception {
        List<Passages.AnItem> items = many();
        items.add(saying(LONELY, "clinic passport weather harvest tractor fence meadow barley"));
        items.add(saying(AMONG_FRIENDS, "clinic passport surgeon theatre donor ward anaesthetist consent"));
        Order order = order(items);
        assertThat(order.asked()).containsSubsequence(LONELY, AMONG_FRIENDS);
        assertThat(order.ranked()).containsSubsequence(AMONG_FRIENDS, LONELY);
    }

    @Test
    void leavesWhatIsFarAheadWhereItIs() throws Exception {
        List<Passages.AnItem> items = many();
        items.add(saying(LONELY, "kidney clinic passport weather harvest tractor fence meadow barley field"));
        Order order = order(items);
        assertThat(order.asked().getFirst()).isEqualTo(LONELY);
        assertThat(order.ranked().getFirst()).isEqualTo(LONELY);
    }

    @Test
    void leavesLittleAsItIs() throws Exception {
        List<Passages.AnItem> items = new ArrayList<>(many().subList(0, MANY / 2));
        items.add(saying(LONELY, "clinic passport weather harvest tractor fence meadow barley"));
        items.add(saying(AMONG_FRIENDS, "clinic passport surgeon theatre donor ward anaesthetist consent"));
        Order order = order(items);
        assertThat(order.ranked()).isEqualTo(order.asked());
    }

    @Test
    void findsNeitherMoreNorLess() {
        List<Passages.AnItem> items = many();
        items.add(saying(LONELY, "broker passport weather harvest tractor fence meadow barley"));
        try (SearchedIndex index = index("same", items)) {
            SearchAnswer ranked = index.ask(QUESTION);
            SearchAnswer plain = index.ask("broker OR kidney OR passport OR clinic AND kind:evidence");
            assertThat(ranked.total()).isEqualTo(MANY + 1).isEqualTo(plain.total());
        }
    }

    @Test
    void goesByNothingThatMayNotBeSeen() {
        List<Passages.AnItem> items = many();
        items.add(saying(LONELY, "broker passport weather harvest tractor fence meadow barley"));
        items.add(saying(AMONG_FRIENDS, "broker passport surgeon theatre donor ward anaesthetist consent"));
        List<Passages.AnItem> hidden = new ArrayList<>(items);
        for (int i = 1; i <= 50; i++) {
            hidden.add(saying(
                            "E-%04d".formatted(5_000 + i),
                            "broker kidney passport clinic weather harvest tractor fence meadow barley " + i)
                    .kept(Protection.SEALED));
        }
        Collections.rotate(hidden, 50);
        try (SearchedIndex alone = index("alone", items);
                SearchedIndex among = index("among", hidden)) {
            assertThat(among.ask(QUESTION, Protection.RESTRICTED).hits())
                    .isEqualTo(alone.ask(QUESTION, Protection.RESTRICTED).hits());
        }
    }

    private static final String LONELY = "E-2001";
    private static final String AMONG_FRIENDS = "E-2002";

    /// A few that answer best and speak of the same, and many that have a word of the question.
    private static List<Passages.AnItem> many() {
        List<Passages.AnItem> items = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            String text = i <= 12
                    ? "kidney clinic passport surgeon theatre donor ward anaesthetist consent number " + i
                    : "the clinic of district " + i + " opened every morning for people of street " + i;
            items.add(saying("E-%04d".formatted(i), text));
        }
        return items;
    }

    private static Passages.AnItem saying(String reference, String text) {
        return Passages.anItem(reference).saying(text).in("en").kept(Protection.PUBLIC);
    }

    /// The same passages before and after their neighbours are asked.
    private record Order(List<String> asked, List<String> ranked) {}

    private static Order order(List<Passages.AnItem> items) throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(PassageAnalyzer.plain()))) {
                new TakingIn(writer, new NameSounds(), FrequentWords.NONE)
                        .all(items.stream().map(Passages.AnItem::change).toList());
            }
            try (IndexReader reader = DirectoryReader.open(directory)) {
                return Passages.TEXTS.during(Protection.SEALED, texts -> order(reader, texts));
            }
        }
    }

    private static Order order(IndexReader reader, Texts.Reading texts) {
        VisiblePassages visible = new VisiblePassages();
        ClearedSearcher searcher = new ClearedSearcher(
                reader, Protection.SEALED, visible, new PassageTexts(texts), new Columns(), FrequentWords.NONE);
        KnownWords known = new KnownWords(reader, Protection.SEALED, visible, Set.of());
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Stream.of(QUESTION.split(" OR "))
                .forEach(word -> any.add(new TermQuery(new Term(Fields.TEXT, word)), Occur.SHOULD));
        try {
            return new Order(
                    best(searcher, any.build()), best(searcher, new Neighbours(searcher, known).ranked(any.build())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> best(ClearedSearcher searcher, Query query) throws IOException {
        List<String> best = new ArrayList<>();
        for (ScoreDoc passage : searcher.search(query, MANY).scoreDocs) {
            best.add(searcher.storedFields().document(passage.doc).get(Fields.REFERENCE));
        }
        return best;
    }

    private SearchedIndex index(String name, List<Passages.AnItem> items) {
        SearchedIndex index = SearchedIndex.in(folder.resolve(name));
        Passages.add(index.index(), items.toArray(Passages.AnItem[]::new));
        return index;
    }
}
