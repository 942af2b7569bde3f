package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairn.drawing.Box;
import org.cairn.drawing.Word;
import org.cairn.ui.documents.WordSelection.Spot;
import org.junit.jupiter.api.Test;

class WordSelectionTest {

    private static final List<Word> PAGE = List.of(
            word("They", 0.1, 0.1, 0),
            word("took", 0.2, 0.1, 0),
            word("blood", 0.3, 0.1, 0),
            word("three", 0.1, 0.2, 1),
            word("times", 0.2, 0.2, 1));

    @Test
    void takesWordsFromOneToAnotherWhicheverWasFirst() {
        WordSelection forth = new WordSelection(new Spot(1, 1), new Spot(1, 3));
        WordSelection back = new WordSelection(new Spot(1, 3), new Spot(1, 1));
        assertThat(WordSelection.text(forth.on(1, PAGE))).isEqualTo("took blood\nthree");
        assertThat(back.on(1, PAGE)).isEqualTo(forth.on(1, PAGE));
    }

    @Test
    void takesTheRestOfAPageAndTheBeginningOfTheNext() {
        WordSelection over = new WordSelection(new Spot(1, 3), new Spot(3, 0));
        assertThat(over.on(1, PAGE)).hasSize(2);
        assertThat(over.on(2, PAGE)).isEqualTo(PAGE);
        assertThat(over.on(3, PAGE)).hasSize(1);
        assertThat(over.on(4, PAGE)).isEmpty();
    }

    @Test
    void laysOneBarOverWhatStandsTogether() {
        WordSelection all = new WordSelection(new Spot(1, 0), new Spot(1, 4));
        assertThat(WordSelection.boxes(all.on(1, PAGE))).hasSize(2);
    }

    @Test
    void findsTheWordUnderAPlaceOrTheNearestOfItsLine() {
        assertThat(WordSelection.at(PAGE, 0.22, 0.11)).contains(1);
        assertThat(WordSelection.at(PAGE, 0.9, 0.105)).contains(2);
        assertThat(WordSelection.at(PAGE, 0.15, 0.95)).contains(3);
        assertThat(WordSelection.at(List.of(), 0.5, 0.5)).isEmpty();
    }

    private static Word word(String text, double x, double y, int line) {
        return new Word(text, new Box(x, y, 0.08, 0.03), line);
    }
}
