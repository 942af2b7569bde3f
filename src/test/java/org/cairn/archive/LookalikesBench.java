package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.archive.Lookalikes.Sense;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.TextSketch;
import org.cairn.progress.Progress;

/// Fills an archive with items that have made-up texts, and prints how long it takes to list all pairs that look alike,
/// and what one item looks like: one in ten is another with a few words changed, one in five is a filled-in form of
/// which all copies share a third.
///
/// Arguments: up to how many items (100000); it is measured at a tenth, a half, and all of them.
public final class LookalikesBench {

    private static final int AT_ONCE = 500;
    private static final int WORDS = 220;
    private static final int LOOKED_AT = 200;

    private final Random random = new Random(11);
    private final String form = words(90);
    private final List<String> before = new ArrayList<>();
    private long sketching;

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        new LookalikesBench().run(count);
    }

    private void run(int count) throws Exception {
        Path temp = Files.createTempDirectory("alike");
        OpenArchive open = new OpenArchive(temp);
        try {
            Reference first = open.take(OpenArchive.file(temp, "a.txt", "A text."))
                    .files()
                    .getFirst()
                    .reference()
                    .orElseThrow();
            EvidenceItem item = Evidence.item(open.archive.records().open(first));
            int made = 0;
            for (int step : new int[] {count / 10, count / 2, count}) {
                long since = System.nanoTime();
                while (made < step) {
                    int some = Math.min(AT_ONCE, step - made);
                    fill(open.archive.session(), item, some);
                    made += some;
                }
                System.out.printf(
                        "%d items (filled in %d s, of which sketches %d s): ",
                        made, seconds(since), sketching / 1_000_000_000);
                measure(open.archive.lookalikes(), made);
            }
        } finally {
            open.close();
            delete(temp);
        }
    }

    private void measure(Lookalikes lookalikes, int made) {
        long since = System.nanoTime();
        int pairs = lookalikes.pairs(0, Integer.MAX_VALUE, Progress.none()).size();
        double all = (System.nanoTime() - since) / 1e9;
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < LOOKED_AT; i++) {
            Reference item = new Reference(RecordKind.EVIDENCE, 2 + random.nextInt(made));
            long began = System.nanoTime();
            lookalikes.of(item);
            each.add((System.nanoTime() - began) / 1e6);
        }
        List<Double> sorted = each.stream().sorted().toList();
        System.out.printf(
                "%d pairs in %.1f s, %.2f ms an item; one item p50 %.1f ms, p95 %.1f ms%n",
                pairs, all, all * 1_000 / made, sorted.get(LOOKED_AT / 2), sorted.get(LOOKED_AT * 95 / 100));
    }

    private void fill(Session session, EvidenceItem item, int some) {
        session.store().inTransaction(tx -> {
            for (int i = 0; i < some; i++) {
                Reference reference = tx.next(RecordKind.EVIDENCE);
                session.keep(tx, reference, item, 0, "KEPT");
                String text = text(i);
                long since = System.nanoTime();
                byte[] sketch = TextSketch.of(List.of(text)).orElseThrow();
                long[] parts = TextSketch.parts(sketch);
                sketching += System.nanoTime() - since;
                tx.putSketch(reference, Sense.WORDS.name(), "made", sketch, parts);
            }
            return tx;
        });
    }

    private String text(int number) {
        if (number % 10 == 1 && !before.isEmpty()) {
            return before.get(random.nextInt(before.size())) + " " + words(6);
        }
        String fresh = number % 5 == 0 ? form + " " + words(WORDS - 90) : words(WORDS);
        if (before.size() < 5_000) {
            before.add(fresh);
        } else {
            before.set(random.nextInt(before.size()), fresh);
        }
        return fresh;
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + Integer.toString(random.nextInt(20_000), 36))
                .collect(Collectors.joining(" "));
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
