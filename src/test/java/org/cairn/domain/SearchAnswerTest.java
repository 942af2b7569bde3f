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
    void knowsWhetherAWordMayBeMistyped() {
        assertThat(answer(0).mayBeMistyped()).isTrue();
        assertThat(answer(1, hit("Kidniz")).mayBeMistyped()).isTrue();
        assertThat(answer(2, hit("Kidniz"), hit()).mayBeMistyped()).isFalse();
        assertThat(answer(1).mayBeMistyped()).isFalse();
    }

    @Test
    void offersNothingThatIsShownAlready() {
        SearchAnswer shown = answer(1, hit("Mohammed"));
        assertThat(shown.asksForMore("mohamed", List.of("mohammed", "(mohammed)", "mohammedan")))
                .containsExactly("mohammedan");
        assertThat(answer(0).asksForMore("kidnex", List.of("kidney"))).containsExactly("kidney");
    }

    @Test
    void offersWhatHasOneWordMoreThanIsShown() {
        SearchAnswer shown = answer(1, hit("Mohammed", "Plud"));
        assertThat(shown.asksForMore("mohamed bloot", List.of("mohammed blood", "mohammed plud")))
                .containsExactly("mohammed blood");
        assertThat(shown.asksForMore("clinic AND mohamed", List.of("clinic AND mohammed")))
                .isEmpty();
    }

    @Test
    void knowsTheWordsOfANameOfSeveral() {
        SearchAnswer shown = answer(1, hit("Abdul Rahman"), hit("Müller-Lüdenscheidt"));
        assertThat(shown.asksForMore("abdurrahmam", List.of("rahman", "(abdul)", "muller", "rahmani")))
                .containsExactly("rahmani");
    }
}
