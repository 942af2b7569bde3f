package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {

    @Test
    void leavesWhatRunsToTheRightAsItStands() {
        assertThat(read("They", "took", "12", "samples.")).containsExactly("They", "took", "12", "samples.");
    }

    @Test
    void readsALineThatRunsToTheLeftFromTheRight() {
        assertThat(read("المستشفى", "في", "دمي", "أخذوا")).containsExactly("أخذوا", "دمي", "في", "المستشفى");
    }

    @Test
    void keepsWordsInOtherLettersWithinALineToTheLeftInTheirOrder() {
        assertThat(read("لي", "Harbour", "Clinic", "قال", "رجل"))
                .containsExactly("رجل", "قال", "Harbour", "Clinic", "لي");
    }

    @Test
    void turnsARunToTheLeftWithinALineThatRunsToTheRight() {
        assertThat(read("He", "said", "الدم", "فصيلة", "and", "left"))
                .containsExactly("He", "said", "فصيلة", "الدم", "and", "left");
    }

    @Test
    void readsTheLettersOfAWordWithANumberInIt() {
        assertThat(String.join("", read("1", "4", "م", "س", "ق"))).isEqualTo("قسم14");
    }

    private static List<String> read(String... seen) {
        return ReadingOrder.of(List.of(seen), Function.identity());
    }
}
