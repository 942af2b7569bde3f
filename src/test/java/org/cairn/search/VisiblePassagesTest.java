package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.cairn.domain.Protection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However much is hidden or gone, what is counted is what a search finds.
class VisiblePassagesTest {

    private static final int PASSAGES = 1_500;
    private static final int SEGMENT = 500;

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1", "3, 4", "400, 0", "0, 400", "700, 700"})
    void countsWhatASearchFinds(int hidden, int gone) throws IOException {
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory()) {
            write(folder, hidden, gone);
            try (DirectoryReader reader = DirectoryReader.open(folder)) {
                VisiblePassages visible = new VisiblePassages();
                for (Protection clearance : Protection.values()) {
                    for (int every : new int[] {1, 2, 7, 100, 1_400, PASSAGES}) {
                        Term word = new Term(Fields.TEXT, "every" + every);
                        int found = found(reader, word, clearance);
                        KnownWords known = new KnownWords(reader, clearance, visible, Set.of());
                        assertThat(visible.having(word, reader, clearance)).isEqualTo(found);
                        assertThat(known.passages(word, PASSAGES)).isEqualTo(found);
                        assertThat(known.passages(word, 3)).isEqualTo(Math.min(3, found));
                    }
                    assertThat(visible.sum(reader, clearance, "").passages())
                            .isEqualTo(found(reader, new Term(Fields.TEXT, "every1"), clearance));
                }
            }
        }
    }

    /// Segments that were looked at before some of their passages were deleted.
    @ParameterizedTest
    @CsvSource({"0, 1", "300, 0", "300, 1", "300, 200", "0, 1500"})
    void countsTheSameOfWhatItHasLookedAtBefore(int hidden, int gone) throws IOException {
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory()) {
            write(folder, hidden, 0);
            VisiblePassages visible = new VisiblePassages();
            try (DirectoryReader before = DirectoryReader.open(folder)) {
                sums(visible, before);
                try (IndexWriter writer = new IndexWriter(folder, segments())) {
                    for (int i = 0; i < gone; i++) {
                        writer.deleteDocuments(new Term(Fields.REFERENCE, String.valueOf(i * 7 % PASSAGES)));
                    }
                }
                DirectoryReader changed = DirectoryReader.openIfChanged(before);
                try (DirectoryReader after = changed == null ? DirectoryReader.open(folder) : changed) {
                    assertThat(sums(visible, after)).isEqualTo(sums(new VisiblePassages(), after));
                    assertThat(sums(visible, before)).isEqualTo(sums(new VisiblePassages(), before));
                    Term word = new Term(Fields.TEXT, "every2");
                    assertThat(visible.having(word, after, Protection.PUBLIC))
                            .isEqualTo(found(after, word, Protection.PUBLIC));
                }
            }
        }
    }

    private static List<VisiblePassages.Sum> sums(VisiblePassages visible, DirectoryReader reader) throws IOException {
        List<VisiblePassages.Sum> sums = new ArrayList<>();
        for (Protection clearance : Protection.values()) {
            for (String field : List.of(Fields.TEXT, Fields.TITLE, "")) {
                sums.add(visible.sum(reader, clearance, field));
            }
        }
        return sums;
    }

    private static IndexWriterConfig segments() {
        return new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    }

    /// Some passages are kept more closely, some are taken out again, and one segment has neither.
    private static void write(ByteBuffersDirectory folder, int hidden, int gone) throws IOException {
        Random random = new Random(hidden * 1_000L + gone);
        try (IndexWriter writer = new IndexWriter(folder, segments())) {
            for (int i = 0; i < PASSAGES; i++) {
                boolean closely = i >= SEGMENT && random.nextInt(PASSAGES) < hidden;
                writer.addDocument(passage(i, closely ? Protection.CONFIDENTIAL : Protection.PUBLIC));
                if (i % SEGMENT == SEGMENT - 1) {
                    writer.flush();
                }
            }
            for (int i = 0; i < gone; i++) {
                int which = SEGMENT + random.nextInt(PASSAGES - SEGMENT);
                writer.deleteDocuments(new Term(Fields.REFERENCE, String.valueOf(which)));
            }
        }
    }

    private static Document passage(int number, Protection level) {
        Document passage = new Document();
        passage.add(new StringField(Fields.REFERENCE, String.valueOf(number), Field.Store.NO));
        passage.add(new IntPoint(Fields.LEVEL, level.ordinal()));
        passage.add(new NumericDocValuesField(Fields.LEVEL, level.ordinal()));
        StringBuilder words = new StringBuilder();
        for (int every : new int[] {1, 2, 7, 100, 1_400}) {
            words.append(number % every == 0 ? "every" + every + " " : "");
        }
        passage.add(new TextField(Fields.TEXT, words.toString(), Field.Store.NO));
        if (number % 3 == 0) {
            passage.add(new TextField(Fields.TITLE, "a title", Field.Store.NO));
        }
        return passage;
    }

    private static int found(DirectoryReader reader, Term word, Protection clearance) throws IOException {
        return new IndexSearcher(reader)
                .count(new BooleanQuery.Builder()
                        .add(new TermQuery(word), Occur.MUST)
                        .add(Limits.upTo(clearance), Occur.FILTER)
                        .build());
    }
}
