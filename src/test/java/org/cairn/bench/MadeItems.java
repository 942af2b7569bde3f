package org.cairn.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cairn.domain.Protection;
import org.cairn.search.Texts;

/// Items of ten pages each, made whenever they are asked for and never held: what is searched in the bench.
final class MadeItems implements Texts {

    static final int PAGES = 10;
    private static final int AT_ONCE = 200;
    private static final int WORDS_OF_A_PAGE = 120;
    private static final int VOCABULARY = 60_000;

    private final SyntheticText text = new SyntheticText(42, VOCABULARY);
    private final Map<Integer, String> added = new ConcurrentHashMap<>();
    private final int passages;

    MadeItems(int passages) {
        this.passages = passages;
    }

    int passages() {
        return passages;
    }

    /// An item, numbered from 0, with the pages that it has.
    ///
    /// @param type one of two, in small letters
    record Item(int number, String type, String language, List<String> pages) {}

    /// Takes some items into an index.
    @FunctionalInterface
    interface Taking {
        void take(List<Item> items) throws Exception;
    }

    /// Hands over the first passages, some items at a time, as many as an archive hands to its index.
    ///
    /// @return seconds that the taking took, and not the making
    double handOver(int most, Taking taking) throws Exception {
        long took = 0;
        int items = Math.ceilDiv(most, PAGES);
        for (int first = 0; first < items; first += AT_ONCE) {
            List<Item> some = IntStream.range(first, Math.min(items, first + AT_ONCE))
                    .mapToObj(number -> item(number, most))
                    .toList();
            long start = System.nanoTime();
            taking.take(some);
            took += System.nanoTime() - start;
        }
        return took / 1e9;
    }

    /// @param most how many passages there are in all
    Item item(int number, int most) {
        int first = number * PAGES;
        return new Item(
                number,
                number % 3 == 0 ? "photo" : "communication",
                number % 2 == 0 ? "en" : "ug",
                IntStream.range(first, Math.min(most, first + PAGES))
                        .mapToObj(this::page)
                        .toList());
    }

    String page(int passage) {
        String page = text.passage(passage, WORDS_OF_A_PAGE);
        String more = added.get(passage);
        return more == null ? page : page + more;
    }

    /// Changes an item: its first page has another word from now on.
    void add(int item, String word) {
        added.merge(item * PAGES, word + " ", String::concat);
    }

    String ranked(int rank) {
        return text.ranked(rank);
    }

    /// Bytes of as many passages.
    long size(int most) {
        return IntStream.range(0, most)
                .mapToLong(passage -> page(passage).getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    @Override
    public <T> T during(Protection clearance, Function<Reading, T> work) {
        return work.apply((record, place, pinpoint) -> page((int) (record.number() - 1) * PAGES + place));
    }
}
