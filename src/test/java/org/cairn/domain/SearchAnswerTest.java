package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.junit.jupiter.api.Test;

class SearchAnswerTest {

    private static SearchAnswer answer(long total, Hit... hits) {
        return new SearchAnswer(total, List.of(hits), Map.of(), SearchAnswer.Unseen.NOTHING);
    }

    private static Hit hit(String... alsoAs) {
        Reference reference = Reference.parse("E-0001");
        Hit.Snippet snippet =
                new Hit.Snippet(new Pinpoint.OfPage(reference, 1), "some words", List.of()).alsoAs(List.of(alsoAs));
        return new Hit(
                reference,
                "",
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                Protection.RESTRICTED,
                1,
                List.of(snippet));
    }

    @Test
    void knowsWhetherAnythingIsThereAsItWasAskedFor() {
        assertThat(answer(0).isOnlyOtherwise()).isTrue();
        assertThat(answer(1, hit("Kidniz")).isOnlyOtherwise()).isTrue();
        assertThat(answer(2, hit("Kidniz"), hit()).isOnlyOtherwise()).isFalse();
        assertThat(answer(1).isOnlyOtherwise()).isFalse();
    }

    @Test
    void offersNothingThatIsShownAlready() {
        SearchAnswer shown = answer(1, hit("Mohammed"));
        assertThat(shown.asksForMore(List.of("mohammed", "(mohammed OR x)", "mohammedan")))
                .containsExactly("mohammedan");
        assertThat(answer(0).asksForMore(List.of("kidney"))).containsExactly("kidney");
    }
}
