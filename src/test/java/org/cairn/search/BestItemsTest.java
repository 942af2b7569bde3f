package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A short list of the best, for which most passages are only counted, is the beginning of the long one, for which each
/// is weighed.
class BestItemsTest {

    /// So many are beyond what is found without weighing each.
    private static final int ALL = 2_500;
    private static final int ITEMS = 220;
    private static final List<String> WORDS = List.of(
            "box", "clinic", "Hassan", "Hasan", "kidney", "kidneys", "price", "paid", "village", "night", "doctor");

    @TempDir
    private Path folder;

    private PassageIndex index;

    @BeforeEach
    void open() {
        index = Passages.open(folder);
        Random random = new Random(7);
        List<Passages.AnItem> items = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number -> anItem(new Reference(RecordKind.EVIDENCE, number).toString())
                        .saying(pages(random))
                        .in(number % 3 == 0 ? "fr" : "en")
                        .kept(number % 5 == 0 ? Protection.SEALED : Protection.PUBLIC))
                .toList();
        Passages.add(index, items.toArray(Passages.AnItem[]::new));
        // some are changed: what they were is in the index still
        Passages.add(index, items.stream().skip(40).limit(60).toList().toArray(Passages.AnItem[]::new));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static String[] pages(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(7))
                .mapToObj(page -> String.join(
                        " ",
                        random.ints(3 + random.nextInt(40), 0, WORDS.size())
                                .mapToObj(WORDS::get)
                                .toList()))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "box",
                "kidney",
                "Hassan",
                "box clinic",
                "box OR clinic",
                "kidney OR (doctor AND night)",
                "box AND NOT clinic",
                "box clinic price village",
                "box language:fr",
                "kid*",
                "\"paid night\"",
                "title:box OR paid",
                "Hasan OR Hassan OR kidneys"
            })
    void theShortListBeginsTheLongOne(String query) {
        for (Protection clearance : List.of(Protection.PUBLIC, Protection.SEALED)) {
            SearchAnswer all = ask(query, ALL, 0, clearance);

            for (int limit : new int[] {1, 20}) {
                assertSame(ask(query, limit, 0, clearance), all, 0, limit);
                assertSame(ask(query, limit, 13, clearance), all, 13, limit);
            }
        }
    }

    @Test
    void whatFewPassagesHaveIsFoundWhole() {
        Passages.add(
                index,
                anItem("E-0900")
                        .saying("a lorry", "nothing", "the lorry, the lorry")
                        .kept(Protection.PUBLIC));

        SearchAnswer answer = ask("lorry", 20, 0, Protection.PUBLIC);

        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.hits().getFirst().snippets())
                .extracting(snippet -> snippet.pinpoint().toString())
                .containsExactly("E-0900 p. 3", "E-0900 p. 1");
    }

    private SearchAnswer ask(String query, int limit, int offset, Protection clearance) {
        return index.search(
                new SearchRequest(query, SearchRequest.Filter.NONE, SearchRequest.Sort.RELEVANCE, limit, offset, 3),
                clearance);
    }

    private static void assertSame(SearchAnswer some, SearchAnswer all, int offset, int limit) {
        assertThat(some.total()).isEqualTo(all.total());
        assertThat(some.facets()).isEqualTo(all.facets());
        assertThat(some.hits())
                .usingRecursiveComparison()
                .isEqualTo(all.hits().stream().skip(offset).limit(limit).toList());
    }
}
