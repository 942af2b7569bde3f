package org.cairn.bench;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.cairn.bench.Question.Kind;

/// Has several programs do the same, one after the other or by turns, and notes how long each took.
final class SearchComparison {

    private static final int ROUNDS = 5;
    private static final int CHANGES = 12;
    /// Of each kind so many questions are asked of an index just opened.
    private static final int OPENED = 3;
    /// Changes lie so many items apart.
    private static final int APART = 7;

    private final MadeItems items;
    private final List<Finder> finders;
    private final List<Question> questions;
    private final Beside figures;

    /// @param finders ours first
    SearchComparison(MadeItems items, List<Finder> finders) {
        this.items = items;
        this.finders = finders;
        this.questions = Question.all(items);
        this.figures = new Beside(finders.stream().map(Finder::name).toList());
    }

    void run() throws Exception {
        for (Finder finder : finders) {
            print("%s: %,d passages, %.1f MB of text", finder.name(), finder.passages(), megabytes(finder));
            makeIndex(finder);
        }
        warmUp();
        search("search", this::putByKind);
        for (Finder finder : finders) {
            openAnew(finder);
            suggest(finder);
        }
        change();
        search("search after changes", (finder, ofKinds) -> {});
        print("%d questions, %d rounds; times in ms by the clock", questions.size(), ROUNDS);
        figures.lines().forEach(System.out::println);
    }

    private double megabytes(Finder finder) {
        return items.size(finder.passages()) / 1e6;
    }

    private void makeIndex(Finder finder) throws Exception {
        double[] rates = new double[2];
        double heap = heap(() -> {
            for (int i = 0; i < rates.length; i++) {
                rates[i] = finder.passages() / finder.index();
            }
        });
        put("indexing, passages a second", finder, rates[0]);
        put("indexing anew, passages a second", finder, rates[1]);
        put("index size to text", finder, finder.size() / 1e6 / megabytes(finder));
        if (finder == finders.getFirst()) {
            put("heap at most while indexing, MB", finder, heap);
        }
        finder.open();
    }

    /// What is asked by turns, so that whatever else the machine does falls on all alike.
    ///
    /// @param kinds notes more than what all kinds together take
    private void search(String what, BiConsumer<Finder, Map<Kind, Latencies>> kinds) throws Exception {
        Map<Finder, Map<Kind, Latencies>> times = new HashMap<>();
        Map<Finder, Double> processor = new HashMap<>();
        double heap = heap(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                for (Question question : questions) {
                    for (Finder finder : finders) {
                        double before = finder.processor();
                        times.computeIfAbsent(finder, unused -> new EnumMap<>(Kind.class))
                                .computeIfAbsent(question.kind(), unused -> new Latencies())
                                .time(() -> finder.ask(question));
                        processor.merge(finder, finder.processor() - before, Double::sum);
                    }
                }
            }
        });
        times.forEach((finder, ofKinds) -> {
            kinds.accept(finder, ofKinds);
            Latencies all = new Latencies();
            ofKinds.values().forEach(all::add);
            put(what + ", all, p50", finder, all.percentile(50));
            put(what + ", all, p95", finder, all.percentile(95));
            put(what + ", of the processor, mean", finder, processor.get(finder) * 1e3 / all.count());
        });
        put(what + ", heap at most, MB", finders.getFirst(), heap);
    }

    private void putByKind(Finder finder, Map<Kind, Latencies> times) {
        times.forEach((kind, ofKind) -> {
            put("search, " + name(kind) + ", p50", finder, ofKind.percentile(50));
            put("search, " + name(kind) + ", p95", finder, ofKind.percentile(95));
        });
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void warmUp() throws Exception {
        for (Finder finder : finders) {
            long nothing = 0;
            for (int round = 0; round < finder.warming(); round++) {
                nothing = 0;
                for (Question question : questions) {
                    nothing += finder.ask(question) == 0 ? 1 : 0;
                }
            }
            if (nothing > 0) {
                print("%s finds nothing for %d questions", finder.name(), nothing);
            }
        }
    }

    /// The first question that an index is asked, of each kind some, each in an index just opened. The program is warm,
    /// and the system has the files in its memory.
    private void openAnew(Finder finder) throws Exception {
        Latencies opening = new Latencies();
        for (Kind kind : Kind.values()) {
            Latencies first = new Latencies();
            List<Question> some = questions.stream()
                    .filter(question -> question.kind() == kind)
                    .limit(OPENED)
                    .toList();
            for (Question question : some) {
                opening.time(() -> {
                    finder.open();
                    return finder;
                });
                first.time(() -> finder.ask(question));
            }
            put("first after opening, " + name(kind) + ", longest", finder, first.longest());
        }
        put("opening, longest", finder, opening.longest());
        Latencies started = new Latencies();
        for (Kind kind : Kind.values()) {
            Question question = questions.stream()
                    .filter(one -> one.kind() == kind)
                    .findFirst()
                    .orElseThrow();
            finder.first(question).ifPresent(started::add);
        }
        put("first in a program just started, longest", finder, started.longest());
    }

    private void suggest(Finder finder) throws Exception {
        Latencies times = new Latencies();
        for (int round = 0; round <= finder.warming() + ROUNDS; round++) {
            Latencies counted = round <= finder.warming() ? new Latencies() : times;
            for (String letters : Question.beginnings(items)) {
                counted.time(() -> finder.beginning(letters));
            }
        }
        put("suggestions, p50", finder, times.percentile(50));
        put("suggestions, p95", finder, times.percentile(95));
        put("suggestions, longest", finder, times.longest());
    }

    /// From handing over an item of ten pages with a new word until a search finds it by that word.
    private void change() throws Exception {
        Map<Finder, Latencies> times = new HashMap<>();
        int fewest = finders.stream().mapToInt(Finder::passages).min().orElseThrow();
        for (int i = 0; i < CHANGES; i++) {
            int item = i * APART % Math.max(1, fewest / MadeItems.PAGES);
            String word = "zz" + (char) ('a' + i) + "change";
            items.add(item, word);
            for (Finder finder : finders) {
                times.computeIfAbsent(finder, unused -> new Latencies()).time(() -> {
                    finder.change(item);
                    if (finder.ask(Question.word(Kind.TERM, word)) != 1) {
                        throw new IllegalStateException(finder.name() + " does not find what was changed");
                    }
                    return finder;
                });
            }
        }
        times.forEach((finder, all) -> {
            put("a change found, p50", finder, all.percentile(50));
            put("a change found, longest", finder, all.longest());
        });
    }

    /// Does what can fail, and tells how full the heap was meanwhile at most, in megabytes.
    private static double heap(Work work) {
        return Spent.by(() -> {
                            try {
                                work.done();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .heap()
                / 1e6;
    }

    /// Part of a bench.
    @FunctionalInterface
    private interface Work {
        void done() throws Exception;
    }

    private void put(String row, Finder finder, double figure) {
        figures.put(row, finder.name(), figure);
    }

    static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
