package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.cairn.domain.Reference;
import org.cairn.drawing.Box;
import org.cairn.ocr.Scans;
import org.cairn.progress.Progress;
import org.cairn.ui.documents.PageSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A photograph of a paper, once a machine recognised its words, is found in and copied from like a page.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class PicturePaneTest {

    private ItemOnScreen screen;

    @Start
    void show(Stage stage) throws Exception {
        screen = new ItemOnScreen(stage);
    }

    @AfterEach
    void stop() throws Exception {
        screen.close();
    }

    @Test
    void boxesWhatIsFoundOnThePicture(FxRobot robot) throws Exception {
        open(robot);
        assertThat(boxes()).isEmpty();

        screen.find(robot, "prisoner");

        assertThat(screen.said("#find-count")).isEqualTo("1 of 1");
        assertThat(boxes()).hasSize(1);
        screen.find(robot, "guards");
        assertThat(boxes()).hasSize(1);
        screen.find(robot, "nobody");
        assertThat(screen.said("#find-count")).isEqualTo("not found");
        assertThat(boxes()).isEmpty();
    }

    @Test
    void copiesAllOfItsWordsOrThoseOfThePartMarkedOut(FxRobot robot) throws Exception {
        open(robot);
        screen.press(robot, "#picture-copy");
        assertThat(screen.clipboard(robot))
                .isEqualTo("The guards took a sample of blood\nfrom every prisoner in the block.");

        robot.interact(() -> sheet().selectedProperty().set(new Box(0, 0.5, 1, 0.5)));
        screen.keys(robot, "#picture-sheet", KeyCode.SHORTCUT, KeyCode.C);
        assertThat(screen.clipboard(robot)).isEqualTo("from every prisoner in the block.");

        screen.emptyClipboard(robot);
        robot.interact(() -> sheet().selectedProperty().set(new Box(0, 0, 0.02, 0.02)));
        screen.press(robot, "#picture-copy");
        assertThat(screen.clipboard(robot)).isEqualTo("nothing yet");
    }

    @Test
    void takesThePartThatIsPulledOverWithTheMouse(FxRobot robot) throws Exception {
        open(robot);
        robot.drag("#picture-sheet").moveBy(30, 20).drop();
        screen.settle(robot);
        assertThat(sheet().selectedProperty().get()).isNotNull();
    }

    @Test
    void offersNothingToFindOrCopyWhereNoWordsAreKnown(FxRobot robot) throws Exception {
        Path file = screen.folder.resolve("ward.png");
        ImageIO.write(Scans.page("DejaVuSans.ttf", false, "not yet recognised"), "png", file.toFile());
        screen.look(robot, file);
        assertThat(screen.has("#picture-sheet")).isTrue();
        assertThat(screen.has("#picture-copy")).isFalse();
        assertThat(screen.has("#find-field")).isFalse();
    }

    private void open(FxRobot robot) throws Exception {
        Scans.tesseract("eng");
        Path file = screen.folder.resolve("scan.png");
        ImageIO.write(
                Scans.page(
                        "DejaVuSans.ttf",
                        false,
                        "The guards took a sample of blood",
                        "from every prisoner in the block."),
                "png",
                file.toFile());
        Reference scan = screen.take(file, false);
        screen.on.open.archive.recognition().run(Progress.none(), line -> {});
        screen.open(robot, scan);
    }

    private PageSheet sheet() {
        return (PageSheet) screen.node("#picture-sheet");
    }

    private Set<Node> boxes() {
        return sheet().lookupAll(".hit-mark");
    }
}
