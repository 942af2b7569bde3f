package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairn.archive.RecognisedLines;
import org.cairn.archive.Recognition.PlacedWord;
import org.cairn.domain.reading.WordPlace;
import org.cairn.drawing.Box;
import org.cairn.drawing.Word;
import org.junit.jupiter.api.Test;

/// What a machine recognised on a scan is marked out and copied like what is written on a page.
class RecognisedWordsTest {

    private static final List<PlacedWord> SCAN =
            List.of(placed("Blood", 0, 0.1, 0.100), placed("sample", 6, 0.2, 0.104), placed("taken", 13, 0.1, 0.150));

    @Test
    void putsWordsBesideOneAnotherIntoOneLine() {
        assertThat(RecognisedLines.of(SCAN)).extracting(Word::line).containsExactly(0, 0, 1);
        assertThat(WordSelection.text(RecognisedLines.of(SCAN))).isEqualTo("Blood sample\ntaken");
    }

    @Test
    void takesWhatIsWrittenWhereNothingWasRecognisedAndKeepsWhatIsWrittenElsewhere() {
        List<Word> recognised = RecognisedLines.of(SCAN);
        Word under = new Word("8lood", new Box(0.1, 0.1, 0.08, 0.02), 0);
        Word stamp = new Word("000123", new Box(0.8, 0.95, 0.1, 0.02), 1);
        assertThat(RecognisedWords.with(List.of(under, stamp), List.of())).containsExactly(under, stamp);
        assertThat(RecognisedWords.with(List.of(under, stamp), recognised))
                .extracting(Word::text)
                .containsExactly("Blood", "sample", "taken", "000123");
        assertThat(WordSelection.text(RecognisedWords.with(List.of(under, stamp), recognised)))
                .endsWith("taken\n000123");
    }

    private static PlacedWord placed(String text, int start, double x, double y) {
        return new PlacedWord(text, new WordPlace(start, start + text.length(), 90, x, y, 0.08, 0.02));
    }
}
