package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.documents.OpenPagesTest.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Thousands of pages one below another, of which only those in sight and their neighbours are there at all.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class PageRollTest {

    private static final int PAGES = 2_000;

    private OpenPages pages;
    private PageRoll roll;

    @Start
    void show(Stage stage) {
        pages = new OpenPages(new DirectTasks(), failure -> {});
        roll = new PageRoll("roll", pages, page -> "Page " + page, "…", why -> "no");
        stage.setScene(new Scene(roll, 420, 500));
        stage.show();
        pages.open(() -> new Paper(PAGES), 1, new Sought(List.of("fee")), () -> {});
    }

    @Test
    void holdsFewPagesHoweverFarOneGoes(FxRobot robot) {
        for (int page : List.of(1, 1_000, 2_000, 3, 1_999)) {
            robot.interact(() -> pages.go(page));
            assertThat(roll.leaves()).containsKey(page).hasSizeLessThanOrEqualTo(6);
            assertThat(roll.leaves().keySet())
                    .allSatisfy(there -> assertThat(there).isBetween(Math.max(1, page - 4), Math.min(PAGES, page + 4)));
            assertThat(Objects.requireNonNull(roll.leaves().get(page)).drawn()).isTrue();
            assertThat(pages.pageProperty().get()).isBetween(page - 1, page + 1);
        }
    }

    @Test
    void staysAtThePageThatIsReadWhenItGrowsOrTurns(FxRobot robot) {
        robot.interact(() -> pages.go(700));
        robot.interact(() -> roll.larger());
        assertThat(pages.pageProperty().get()).isEqualTo(700);
        robot.interact(() -> pages.turnProperty().set(1));
        assertThat(pages.pageProperty().get()).isEqualTo(700);
        robot.interact(() -> pages.zoomProperty().set(Zoom.FIT_PAGE));
        assertThat(roll.leaves()).containsKey(700);
    }

    @Test
    void showsWhichHitIsLookedAtAmongAllOfThePage(FxRobot robot) {
        robot.interact(() -> pages.goToHit(40, 1, 2));
        assertThat(roll.lookupAll("#leaf-40 .hit-here")).hasSize(1);
        assertThat(roll.lookupAll("#leaf-40 .hit-mark")).hasSize(1);
        robot.interact(() -> pages.goToHit(41, 0, 2));
        assertThat(roll.lookupAll(".hit-here")).hasSize(1);
        robot.interact(() -> pages.seek(Sought.NOTHING));
        assertThat(roll.lookupAll(".hit-mark")).isEmpty();
    }

    @Test
    void marksOutWordsWithTheKeysFromLineToLineAndPageToPage(FxRobot robot) {
        robot.interact(() -> {
            pages.go(2);
            roll.requestFocus();
        });
        robot.press(KeyCode.SHIFT);
        robot.type(KeyCode.RIGHT, 3);
        robot.type(KeyCode.DOWN, 2);
        robot.release(KeyCode.SHIFT);
        WordSelection marked = Objects.requireNonNull(pages.selectionProperty().get());
        assertThat(marked.first()).isEqualTo(new WordSelection.Spot(2, 0));
        assertThat(marked.last().page()).isEqualTo(3);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(pages.selectionProperty().get()).isNull();
    }
}
