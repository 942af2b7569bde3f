package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairn.drawing.Box;
import org.cairn.drawing.Word;
import org.junit.jupiter.api.Test;

/// Hits on a page are those that its text has, in the order in which they are read.
class PageHitsTest {

    private static final List<Word> PAGE = List.of(
            word("The", 0.1, 0),
            word("fee", 0.2, 0),
            word("was", 0.3, 0),
            word("a", 0.4, 0),
            word("blood", 0.5, 0),
            word("fee", 0.1, 1),
            word("feed", 0.2, 1),
            word("(fee),", 0.3, 1));

    @Test
    void boxesEachHitByItselfAndNoPartOfAnotherWord() {
        assertThat(PageHits.of(PAGE, sought("fee")))
                .containsExactly(
                        List.of(PAGE.get(1).box()),
                        List.of(PAGE.get(5).box()),
                        List.of(PAGE.get(7).box()));
    }

    @Test
    void boxesAPhraseOverTheEndOfALineAsOneHit() {
        assertThat(PageHits.of(PAGE, sought("a blood fee")))
                .containsExactly(List.of(
                        PAGE.get(3).box().around(PAGE.get(4).box()), PAGE.get(5).box()));
    }

    @Test
    void findsSeveralWordsInTheOrderOfThePage() {
        assertThat(PageHits.of(PAGE, new Sought(List.of("fee", "blood"))))
                .extracting(List::getFirst)
                .containsExactly(
                        PAGE.get(1).box(),
                        PAGE.get(4).box(),
                        PAGE.get(5).box(),
                        PAGE.get(7).box());
    }

    @Test
    void boxesOnlyTheLettersSoughtWhereNothingPartsWords() {
        Word line = new Word("器官移植手术", new Box(0.1, 0.1, 0.6, 0.02), 0);
        List<List<Box>> hits = PageHits.of(List.of(line), sought("移植"));
        assertThat(hits).hasSize(1);
        assertThat(hits.getFirst().getFirst().x()).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(hits.getFirst().getFirst().width()).isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void findsNothingWhereNothingIsSought() {
        assertThat(PageHits.of(PAGE, Sought.NOTHING)).isEmpty();
        assertThat(PageHits.of(List.of(), sought("fee"))).isEmpty();
    }

    private static Sought sought(String words) {
        return new Sought(List.of(words));
    }

    private static Word word(String text, double x, int line) {
        return new Word(text, new Box(x, 0.1 + line * 0.05, 0.08, 0.02), line);
    }
}
