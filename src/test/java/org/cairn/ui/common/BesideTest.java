package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// Two things beside one another, one below the other where there is no room.
class BesideTest {

    private final Region words = sized(300, 40);
    private final Region buttons = sized(200, 30);
    private final Beside both = new Beside(16, words, buttons, Beside.Grows.FIRST, 250);

    @Test
    void givesTheRoomThatIsLeftToTheOneThatGrows() {
        lay(600);

        assertThat(words.getWidth()).isEqualTo(600 - 200 - 16);
        assertThat(buttons.getLayoutX()).isEqualTo(400);
        assertThat(both.prefHeight(600)).isEqualTo(40);
    }

    @Test
    void putsTheSecondBelowWhereTheFirstWouldGetTooLittle() {
        lay(400);

        assertThat(words.getWidth()).isEqualTo(400);
        assertThat(buttons.getLayoutX()).isZero();
        assertThat(buttons.getLayoutY()).isGreaterThanOrEqualTo(40);
        assertThat(both.prefHeight(400)).isEqualTo(40 + 8 + 30);
    }

    @Test
    void neverAsksForMoreWidthThanThereIs() {
        assertThat(both.minWidth(-1)).isZero();
    }

    @Test
    void leavesNoGapForWhatIsNotShown() {
        buttons.setManaged(false);

        lay(300);

        assertThat(words.getWidth()).isEqualTo(300);
        assertThat(both.prefHeight(300)).isEqualTo(40);
    }

    @Test
    void standsBesideARowThatCouldFlowWhileItNeedNot() {
        Beside head = new Beside(16, words, new Flowing(8, sized(100, 30), sized(90, 30)), Beside.Grows.FIRST, 250);

        assertThat(head.prefWidth(-1)).isEqualTo(300 + 16 + 100 + 8 + 90);
        assertThat(head.prefHeight(300 + 16 + 198)).isEqualTo(40);
        assertThat(head.prefHeight(150)).isEqualTo(40 + 8 + 30 + 8 + 30);
    }

    private void lay(double width) {
        both.resize(width, both.prefHeight(width));
        both.layout();
    }

    private static Region sized(double width, double height) {
        Region region = new Region();
        region.setPrefSize(width, height);
        return region;
    }
}
