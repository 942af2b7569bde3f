package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.domain.search.Hit.Snippet;
import org.junit.jupiter.api.Test;

class SoughtTest {

    @Test
    void findsWordsWhateverTheirCaseAndAccents() {
        String text = "Le MÉDECIN, un medecin.";
        assertThat(marked(new Sought(List.of("médecin")), text)).containsExactly("MÉDECIN", "medecin");
    }

    @Test
    void marksWholeWordsOnly() {
        assertThat(marked(new Sought(List.of("fee")), "Fee, coffee, feet, fee."))
                .containsExactly("Fee", "fee");
    }

    @Test
    void marksArabicUnderItsVowelSigns() {
        assertThat(marked(new Sought(List.of("كلية")), "باع كُلْيَة أخيه")).containsExactly("كُلْيَة");
    }

    @Test
    void marksWithinChineseWhichHasNoSpaces() {
        assertThat(marked(new Sought(List.of("血型")), "他的血型是")).containsExactly("血型");
    }

    @Test
    void findsAPhraseAcrossALineBreak() {
        assertThat(marked(new Sought(List.of("blood sample")), "a blood\n  sample"))
                .containsExactly("blood\n  sample");
    }

    @Test
    void takesNeighbouringMarksOfAFindAsOnePhrase() {
        Snippet snippet = new Snippet(
                Pinpoint.parse("T-0001 ¶1"), "the blood sample", List.of(new Highlight(4, 9), new Highlight(10, 16)));
        assertThat(Sought.in(List.of(snippet)).words()).containsExactly("blood sample");
    }

    @Test
    void survivesTheWayToAnotherScreen() {
        Sought sought = new Sought(List.of("blood sample", "fee"));
        assertThat(Sought.of(sought.written())).isEqualTo(sought);
    }

    private static List<String> marked(Sought sought, String text) {
        return sought.marksIn(text).stream()
                .map(mark -> text.substring(mark.start(), mark.end()))
                .toList();
    }
}
