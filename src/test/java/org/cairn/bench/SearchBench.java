package org.cairn.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Indexes and searches made-up passages sealed and grouped by us, and the same passages by bare Lucene, SQLite's FTS5
/// and, where it is installed, Recoll; prints the figures of each beside ours, and how many times theirs ours are.
///
/// Arguments: how many passages (100000), how many of them FTS5 is given (all), how many Recoll is given (at most
/// 100000); 0 leaves one out.
///
/// Run: `mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=org.cairn.bench.SearchBench
/// -Dargs=100000`
public final class SearchBench {

    private static final int PASSAGES = 100_000;

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        int passages = argument(arguments, 0, PASSAGES);
        int ofFts5 = Math.min(passages, argument(arguments, 1, passages));
        int ofRecoll = Math.min(passages, argument(arguments, 2, PASSAGES));
        Path folder = Files.createTempDirectory("search-bench");
        List<Finder> finders = new ArrayList<>();
        try {
            MadeItems items = new MadeItems(passages);
            finders.add(new OurFinder(items, folder.resolve("ours")));
            finders.add(new LuceneFinder(items, folder.resolve("lucene")));
            if (ofFts5 > 0) {
                finders.add(new Fts5Finder(items, ofFts5, folder.resolve("fts5")));
            }
            if (ofRecoll > 0) {
                RecollFinder.installed(items, ofRecoll, folder.resolve("recoll"))
                        .ifPresentOrElse(
                                finders::add, () -> SearchComparison.print("Recoll is not installed: left out"));
            }
            new SearchComparison(items, finders).run();
        } finally {
            for (Finder finder : finders) {
                finder.close();
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place && !arguments[place].isBlank() ? Integer.parseInt(arguments[place]) : otherwise;
    }

    static {
        // the bench is its own program: no log between the figures
        Arrays.stream(java.util.logging.Logger.getLogger("").getHandlers())
                .forEach(java.util.logging.Logger.getLogger("")::removeHandler);
    }
}
