package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.cairn.crypto.Secret;
import org.cairn.search.SealedStore;

/// Asks the same index for words and phrases where it lies sealed, and where it lies in clear on mapped memory: what
/// the seal costs, and nothing else.
///
/// Argument: how many passages (200,000).
public final class SealedDirectoryBench {

    private static final int FOUND = 20;
    private static final int WARMING = 10;
    private static final int ROUNDS = 10;

    private SealedDirectoryBench() {}

    public static void main(String[] arguments) throws Exception {
        MadeItems items = new MadeItems(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000);
        Path folder = Files.createTempDirectory("sealed-directory");
        try (Secret key = Secret.random(new SecureRandom(), 32)) {
            try (LuceneFinder made = new LuceneFinder(items, folder.resolve("bare"))) {
                made.index();
            }
            try (Directory bare = new MMapDirectory(folder.resolve("bare"));
                    Directory sealed = SealedStore.over(new NIOFSDirectory(folder.resolve("sealed")), key)) {
                for (String file : bare.listAll()) {
                    sealed.copyFrom(bare, file, file, IOContext.DEFAULT);
                }
                compare(Question.all(items), bare, sealed);
            }
        } finally {
            remove(folder);
        }
    }

    private static void compare(List<Question> questions, Directory bare, Directory sealed) throws Exception {
        try (DirectoryReader clear = DirectoryReader.open(bare);
                DirectoryReader shut = DirectoryReader.open(sealed)) {
            IndexSearcher inClear = new IndexSearcher(clear);
            IndexSearcher inSealed = new IndexSearcher(shut);
            System.out.printf(
                    Locale.ROOT, "%,d passages; ms by the clock, %d rounds%n", clear.maxDoc(), WARMING + ROUNDS);
            System.out.println("| | sealed | in clear | ratio |\n|---|---|---|---|");
            for (Question.Kind kind : List.of(Question.Kind.TERM, Question.Kind.PHRASE)) {
                Latencies ofClear = new Latencies();
                Latencies ofSealed = new Latencies();
                for (int round = 0; round < WARMING + ROUNDS; round++) {
                    boolean counts = round >= WARMING;
                    for (Question question : questions) {
                        if (question.kind() == kind) {
                            ask(inClear, question, counts ? ofClear : new Latencies());
                            ask(inSealed, question, counts ? ofSealed : new Latencies());
                        }
                    }
                }
                row(kind, "p50", ofSealed.percentile(50), ofClear.percentile(50));
                row(kind, "p95", ofSealed.percentile(95), ofClear.percentile(95));
            }
        }
    }

    private static void ask(IndexSearcher searcher, Question question, Latencies into) throws Exception {
        QueryParser parser = new QueryParser("text", new StandardAnalyzer());
        parser.setDefaultOperator(QueryParser.Operator.AND);
        into.time(() ->
                searcher.search(parser.parse(question.plain()), FOUND).totalHits.value());
    }

    private static void row(Question.Kind kind, String what, double ours, double theirs) {
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %.3f | %.3f | %.2f |%n",
                kind.name().toLowerCase(Locale.ROOT),
                what,
                ours,
                theirs,
                ours / theirs);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
