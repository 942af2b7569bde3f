package org.cairn.ui.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.cairn.ui.documents.OpenPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An office document is looked at as it would print: page by page, found in, marked out and copied.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class LaidOutPaneTest {

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
    void showsThePagesFindsWordsOnThemAndCopiesWhatIsMarkedOut(FxRobot robot) throws Exception {
        open(robot, "order.docx", paper());
        assertThat(screen.said("#laid-out-line"))
                .isEqualTo("Shown as LibreOffice lays it out; the original is unchanged.");
        assertThat(pages().countProperty().get()).isEqualTo(3);
        assertThat(screen.said("#page-count")).isEqualTo("of 3");

        screen.find(robot, "kidney");
        assertThat(screen.said("#find-count")).isEqualTo("1 of 2");
        assertThat(pages().pageProperty().get()).isEqualTo(2);
        screen.press(robot, "#find-next");
        assertThat(screen.said("#find-count")).isEqualTo("2 of 2");
        assertThat(pages().pageProperty().get()).isEqualTo(3);

        screen.keys(robot, "#page-roll", KeyCode.SHORTCUT, KeyCode.C);
        assertThat(screen.clipboard(robot)).isEqualTo("The third page names the kidney again.");
        screen.keys(robot, "#page-roll", KeyCode.HOME);
        screen.keys(robot, "#page-roll", KeyCode.SHORTCUT, KeyCode.A);
        screen.press(robot, "#page-copy");
        assertThat(screen.clipboard(robot)).isEqualTo("The first page says nothing.");
    }

    @Test
    void looksInTheTextAgainOnceThatIsShown(FxRobot robot) throws Exception {
        open(robot, "order.docx", paper());
        screen.find(robot, "kidney");

        robot.interact(() -> ((RadioButton) screen.node("#way-text")).setSelected(true));
        screen.settle(robot);

        assertThat(screen.said("#find-count")).isEqualTo("1 of 2");
        assertThat(screen.has("#text-passages")).isTrue();
    }

    @Test
    void saysWhyThereAreNoPages(FxRobot robot) throws Exception {
        open(robot, "broken.docx", shell());
        assertThat(screen.said("#laid-out-cannot")).isNotBlank();
        assertThat(screen.said("#laid-out-advice")).isNotBlank();
        assertThat(screen.has("#page-roll")).isFalse();
    }

    private void open(FxRobot robot, String name, byte[] bytes) throws Exception {
        assumeTrue(screen.on.open.archive.renditions().status().isPresent(), "LibreOffice is not installed here");
        screen.look(robot, name, bytes);
        robot.interact(() -> ((RadioButton) screen.node("#way-pages")).setSelected(true));
        screen.settle(robot);
    }

    private OpenPages pages() {
        return screen.model.viewing().pages();
    }

    /// Read as a document by its name and its shell, and nothing that can be laid out.
    private static byte[] shell() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                            + "officedocument.wordprocessingml.document.main+xml\"/></Types>")
                    .getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] paper() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("The first page says nothing.");
            document.createParagraph().createRun().addBreak(BreakType.PAGE);
            document.createParagraph().createRun().setText("The second page names the kidney.");
            document.createParagraph().createRun().addBreak(BreakType.PAGE);
            document.createParagraph().createRun().setText("The third page names the kidney again.");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }
}
