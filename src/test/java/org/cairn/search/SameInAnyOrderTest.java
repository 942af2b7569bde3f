package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cairn.domain.Protection;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In which order the index holds what somebody may see depends on when it was made and on what it holds besides: an
/// answer must not.
class SameInAnyOrderTest {

    private static final List<String> WORDS = List.of("kidney", "donor", "price", "doctor", "ward", "night", "train");

    @TempDir
    private Path folder;

    @Test
    void spellsWhatItSuggestsAsTheEarliestRecordDoes() {
        List<Passages.AnItem> items =
                List.of(anItem("E-0001").saying("the Camp"), anItem("E-0002").saying("the camp", "the CAMP"));

        assertThat(inBothOrders(items, index -> index.suggest("ca", Protection.SEALED, 3)))
                .containsOnly(List.of("Camp"));
    }

    @Test
    void ranksAQuestionByTheSameOfItsEquals() {
        Random random = new Random(3);
        List<Passages.AnItem> items = new ArrayList<>(IntStream.rangeClosed(1, 400)
                .mapToObj(number -> anItem("E-%04d".formatted(number))
                        .in("en")
                        .saying("the %s came with the %s to room %d and %s"
                                .formatted(
                                        WORDS.get(number % 2),
                                        WORDS.get(number % 3),
                                        number % 5,
                                        WORDS.get(random.nextInt(WORDS.size())))))
                .toList());
        SearchRequest question = new SearchRequest(
                "kidney OR donor OR price OR with", SearchRequest.Filter.NONE, SearchRequest.Sort.RELEVANCE, 50, 0, 1);

        List<List<String>> answers = inBothOrders(
                items,
                index -> index.search(question, Protection.SEALED).hits().stream()
                        .map(SameInAnyOrderTest::told)
                        .toList());

        assertThat(answers.getLast()).isEqualTo(answers.getFirst()).hasSize(50);
    }

    private static String told(Hit hit) {
        return hit.reference() + " " + hit.score();
    }

    /// What two indexes of the same say, of which one was filled from the last to the first.
    private <T> List<T> inBothOrders(List<Passages.AnItem> items, Function<PassageIndex, T> asked) {
        List<Passages.AnItem> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        List<T> said = new ArrayList<>();
        for (List<Passages.AnItem> order : List.of(items, turned)) {
            try (PassageIndex index = Passages.open(folder.resolve(String.valueOf(said.size())))) {
                Passages.add(index, order.toArray(Passages.AnItem[]::new));
                said.add(asked.apply(index));
            }
        }
        return said;
    }
}
