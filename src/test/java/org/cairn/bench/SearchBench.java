package org.cairn.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;
import org.cairn.crypto.Secret;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.search.Change;
import org.cairn.search.HeldTexts;
import org.cairn.search.IndexedPassage;
import org.cairn.search.PassageIndex;
import org.jspecify.annotations.Nullable;

/// Searches 100,000 passages (or as many as asked) sealed and grouped by us, and beside it with bare Lucene on mapped
/// memory, the same words and queries, each with snippets of the best 20; prints both and their ratio.
///
/// Run: `mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=org.cairn.bench.SearchBench
/// -Dargs=100000`
public final class SearchBench {

    private static final int PAGES_OF_AN_ITEM = 10;
    private static final int WORDS_OF_A_PASSAGE = 120;
    private static final int VOCABULARY = 60_000;
    private static final int ROUNDS = 9;
    private static final int WARMING = 4;

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        int passages = arguments.length > 0 && !arguments[0].isBlank() ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = Files.createTempDirectory("search-bench");
        try {
            run(folder, passages);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void run(Path folder, int passages) throws Exception {
        SyntheticText text = new SyntheticText(42, VOCABULARY);
        List<String> texts = new ArrayList<>(passages);
        long size = 0;
        for (int i = 0; i < passages; i++) {
            String passage = text.passage(WORDS_OF_A_PASSAGE);
            texts.add(passage);
            size += passage.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }
        List<String> queries = queries(text, texts);
        HeldTexts held = new HeldTexts();
        try (Secret key = Secret.random(new SecureRandom(), 32);
                PassageIndex ours = PassageIndex.open(folder.resolve("sealed"), key, held)) {
            double oursIndexing = indexOurs(ours, held, texts);
            double bareIndexing = indexBare(folder.resolve("bare"), texts);
            try (MMapDirectory directory = new MMapDirectory(folder.resolve("bare"));
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                Times sealed = new Times();
                Times bare = new Times();
                for (int round = 0; round < ROUNDS; round++) {
                    for (String query : queries) {
                        sealed.time(round >= WARMING, () -> ours.search(SearchRequest.of(query), Protection.SEALED));
                        bare.time(round >= WARMING, () -> searchBare(new IndexSearcher(reader), query));
                    }
                }
                print(
                        "passages %,d, text %.1f MB, %d queries, %d rounds",
                        passages, size / 1e6, queries.size(), ROUNDS);
                print(
                        "indexing: ours %.0f/s, bare Lucene %.0f/s, ratio %.2f",
                        oursIndexing, bareIndexing, oursIndexing / bareIndexing);
                print(
                        "index size to text: ours %.2f, bare %.2f",
                        size(folder.resolve("sealed")) / size, size(folder.resolve("bare")) / size);
                print("search, ms by the clock / of the processor; ratio of the latter");
                for (int percent : new int[] {50, 95}) {
                    print(
                            "p%d: ours %.1f / %.1f, bare %.1f / %.1f, ratio %.2f",
                            percent,
                            sealed.clock(percent),
                            sealed.processor(percent),
                            bare.clock(percent),
                            bare.processor(percent),
                            sealed.processor(percent) / bare.processor(percent));
                }
            }
        }
    }

    /// Words frequent and rare, both with AND and OR and NOT, phrases as they stand in the text, wild words.
    private static List<String> queries(SyntheticText text, List<String> texts) {
        List<String> queries = new ArrayList<>();
        for (int rank : new int[] {5, 40, 200, 1_000, 5_000, 20_000}) {
            queries.add(text.ranked(rank));
            queries.add(text.ranked(rank) + " AND " + text.ranked(rank + 3));
            queries.add(text.ranked(rank) + " OR " + text.ranked(rank / 2 + 1));
            queries.add(text.ranked(rank) + " AND NOT " + text.ranked(rank + 1));
            String[] words = texts.get(rank % texts.size()).split("[ .]+");
            queries.add("\"" + words[4] + " " + words[5] + "\"");
        }
        queries.add(text.ranked(100).substring(0, 3) + "*");
        return queries;
    }

    private static double indexOurs(PassageIndex index, HeldTexts held, List<String> texts) {
        long start = System.nanoTime();
        for (int i = 0; i < texts.size(); i += PAGES_OF_AN_ITEM) {
            Reference reference = new Reference(RecordKind.EVIDENCE, i / PAGES_OF_AN_ITEM + 1);
            List<IndexedPassage> pages = new ArrayList<>();
            for (int page = 1; page <= PAGES_OF_AN_ITEM && i + page - 1 < texts.size(); page++) {
                pages.add(passage(reference, page, texts.get(i + page - 1)));
            }
            held.hold(reference, texts.subList(i, Math.min(i + PAGES_OF_AN_ITEM, texts.size())));
            index.apply(i + 1L, List.of(new Change(reference, pages)));
        }
        index.commit();
        return texts.size() / seconds(start);
    }

    private static IndexedPassage passage(Reference reference, int page, String text) {
        return new IndexedPassage(
                reference,
                new Pinpoint.OfPage(reference, page),
                "Item " + reference.number(),
                reference.number() % 3 == 0 ? "PHOTO" : "COMMUNICATION",
                text,
                Optional.of(new LanguageTag(reference.number() % 2 == 0 ? "en" : "ug")),
                Optional.empty(),
                Protection.RESTRICTED,
                Optional.empty(),
                Set.of());
    }

    private static double indexBare(Path folder, List<String> texts) throws IOException {
        long start = System.nanoTime();
        try (MMapDirectory directory = new MMapDirectory(folder);
                IndexWriter writer = new IndexWriter(
                        directory, new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(64))) {
            for (int i = 0; i < texts.size(); i++) {
                Document document = new Document();
                document.add(new StringField("id", String.valueOf(i), Field.Store.YES));
                document.add(new TextField("text", texts.get(i), Field.Store.YES));
                writer.addDocument(document);
            }
            writer.commit();
        }
        return texts.size() / seconds(start);
    }

    private static Object searchBare(IndexSearcher searcher, String query) {
        try {
            QueryParser parser = new QueryParser("text", new StandardAnalyzer());
            parser.setDefaultOperator(QueryParser.Operator.AND);
            var parsed = parser.parse(query);
            TopDocs found = searcher.search(parsed, 20);
            UnifiedHighlighter highlighter =
                    UnifiedHighlighter.builder(searcher, new StandardAnalyzer()).build();
            return highlighter.highlight("text", parsed, found, 1);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How long queries took, in milliseconds: by the clock, which other programs slow, and of the processor.
    private static final class Times {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Double> clock = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();
        /// Kept, so that nothing that was asked can be left out as useless.
        private @Nullable Object answered;

        void time(boolean counts, Supplier<Object> asked) {
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            answered = asked.get();
            if (counts) {
                processor.add((threads.getCurrentThreadCpuTime() - busy) / 1e6);
                clock.add((System.nanoTime() - start) / 1e6);
            }
        }

        double clock(int percent) {
            return percentile(clock, percent);
        }

        double processor(int percent) {
            return percentile(processor, percent);
        }

        private static double percentile(List<Double> times, int percent) {
            double[] sorted =
                    times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[sorted.length * percent / 100];
        }
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    static {
        // the bench is its own program: no log between the figures
        Arrays.stream(java.util.logging.Logger.getLogger("").getHandlers())
                .forEach(java.util.logging.Logger.getLogger("")::removeHandler);
    }
}
