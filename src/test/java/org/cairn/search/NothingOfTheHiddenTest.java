package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever may not see the sealed half of an archive is told the same, to the last digit, as if it were not there: also
/// where that half decides which words the index takes for frequent.
class NothingOfTheHiddenTest {

    private static final int OPEN = 1_500;

    private static final List<String> OFTEN =
            List.of("of", "the", "in", "and", "clinic", "de", "в", "на", "في", "من", "的", "人", "医", "院");
    private static final List<String> SELDOM = List.of(
            "kidney",
            "kidneys",
            "donor",
            "Mohamed",
            "Мухаммад",
            "محمد",
            "price",
            "doctor",
            "المستشفى",
            "клиника",
            "Kashgar",
            "Zürich",
            "Muller",
            "Müller",
            "operation");

    private static final List<String> QUERIES = List.of(
            "kidney",
            "\"of the\"",
            "\"of the clinic\"",
            "=\"of the\"",
            "=\"the clinic\" price",
            "\"في من\"",
            "\"на в\"",
            "的人",
            "医院的人",
            "\"医院\"",
            "kidney near/5 donor",
            "\"of the\" near/6 kidney",
            "price then/9 doctor",
            "kidn*",
            "*nic",
            "kidny~",
            "/kidne[iy]s?/",
            "Mohamed",
            "Muhamad",
            "Müller",
            "Zurich",
            "title:price",
            "title:\"of the\"",
            "(kidney OR donor) -price",
            "language:ar",
            "date:2014",
            "tag:t1",
            "kidneyz",
            "operaton",
            "what is the price of the kidney in the clinic and who is the doctor of the donor",
            "المستشفى",
            "клиника",
            "",
            "\"and in\" OR \"de clinic\"",
            "NOT \"of the\"");

    @TempDir
    private Path folder;

    @Test
    void movesNoNumberAndNoOrder() {
        try (PassageIndex open = Passages.open(folder.resolve("open"));
                PassageIndex all = Passages.open(folder.resolve("all"))) {
            for (int part = 0; part < 3; part++) {
                Random random = new Random(part);
                int from = part * OPEN / 3;
                Passages.AnItem[] items = IntStream.range(from, from + OPEN / 3)
                        .mapToObj(number -> item(number, random))
                        .toArray(Passages.AnItem[]::new);
                Passages.add(open, items);
                List<Passages.AnItem> mixed = new ArrayList<>();
                for (int i = 0; i < items.length; i++) {
                    mixed.add(items[i]);
                    mixed.add(hidden(from + i, random));
                    mixed.add(hidden(5_000 + from + i, random));
                }
                Passages.add(all, mixed.toArray(Passages.AnItem[]::new));
            }
            for (String query : QUERIES) {
                assertThat(told(all, query)).as(query).isEqualTo(told(open, query));
                assertThat(all.meant(query, Protection.PUBLIC, Set.of()))
                        .as(query)
                        .isEqualTo(open.meant(query, Protection.PUBLIC, Set.of()));
            }
            for (String prefix : List.of("k", "o", "of", "м", "م", "m", "د", "医")) {
                assertThat(all.suggest(prefix, Protection.PUBLIC, 8))
                        .as(prefix)
                        .isEqualTo(open.suggest(prefix, Protection.PUBLIC, 8));
            }
            List<SearchRequest> terms = QUERIES.stream().map(SearchRequest::of).toList();
            assertThat(all.tally(terms, Sight.upTo(Protection.PUBLIC)))
                    .isEqualTo(open.tally(terms, Sight.upTo(Protection.PUBLIC)));
        }
    }

    private static String told(PassageIndex index, String query) {
        try {
            SearchAnswer answer = index.search(SearchRequest.of(query), Protection.PUBLIC);
            String hits = answer.hits().stream()
                    .map(hit -> hit.reference() + " " + hit.score() + " " + hit.snippets())
                    .collect(Collectors.joining("\n"));
            return answer.total() + " " + answer.facets() + "\n" + hits;
        } catch (ArchiveException.QueryNotUnderstood e) {
            return String.valueOf(e.arguments());
        }
    }

    private static Passages.AnItem item(int number, Random random) {
        return anItem("E-%04d".formatted(number + 1))
                .titled(words(random, 3, 4))
                .in(List.of("en", "ar", "ru", "zh", "de").get(random.nextInt(5)))
                .dated(String.valueOf(2012 + random.nextInt(4)))
                .tagged("t" + random.nextInt(3))
                .kept(Protection.PUBLIC)
                .saying(words(random, 6, 4), words(random, 30, 6));
    }

    /// Of other words, and of some that nobody else has.
    private static Passages.AnItem hidden(int number, Random random) {
        return anItem("T-%04d".formatted(number + 1))
                .titled("kidny operaton " + words(random, 3, 2))
                .in(List.of("ug", "en", "tr").get(random.nextInt(3)))
                .dated("2014")
                .tagged("t1")
                .kept(Protection.SEALED)
                .saying(
                        "kidneyz and in the of the clinic operaton " + words(random, 20, 1) + " de clinic",
                        "Muhamad " + words(random, 10, 9));
    }

    private static String words(Random random, int many, int often) {
        return IntStream.range(0, many)
                .mapToObj(at -> random.nextInt(often) == 0
                        ? SELDOM.get(random.nextInt(SELDOM.size()))
                        : OFTEN.get(random.nextInt(OFTEN.size())))
                .collect(Collectors.joining(" "));
    }
}
