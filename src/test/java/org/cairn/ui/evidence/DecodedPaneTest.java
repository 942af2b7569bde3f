package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A text is looked at in the encoding it is taken for, or in one that somebody tries, and found in there.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class DecodedPaneTest {

    private static final Charset RUSSIAN = Charset.forName("windows-1251");
    private static final Charset OTHER = Charset.forName("KOI8-R");
    private static final String TEXT =
            "Показания свидетеля о больнице.\n".repeat(400) + "Врач сказал: почка готова.\nБольше никого не было.\n";

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
    void showsTheLinesInTheEncodingThatItsBytesSay(FxRobot robot) throws Exception {
        open(robot);
        assertThat(choice().getValue()).isEqualTo(RUSSIAN);
        assertThat(choice().getConverter().toString(RUSSIAN)).isEqualTo("windows-1251 (as it was read)");
        assertThat(line(robot, 400)).isEqualTo("Врач сказал: почка готова.");
    }

    @Test
    void findsALineFarDownAndMarksTheWordInIt(FxRobot robot) throws Exception {
        open(robot);
        screen.find(robot, "почка");
        assertThat(screen.said("#find-count")).isEqualTo("1 of 1");
        assertThat(lines().getSelectionModel().getSelectedIndex()).isEqualTo(400);
        assertThat(lines().lookupAll(".marker-here"))
                .anySatisfy(mark -> assertThat(((Path) mark).getElements()).isNotEmpty());
    }

    @Test
    void looksForTheWordsAnewInTheEncodingThatSomebodyTries(FxRobot robot) throws Exception {
        open(robot);
        screen.find(robot, "почка");

        robot.interact(() -> choice().setValue(OTHER));
        screen.settle(robot);

        assertThat(line(robot, 400)).isEqualTo(new String("Врач сказал: почка готова.".getBytes(RUSSIAN), OTHER));
        assertThat(screen.said("#find-count")).isEqualTo("not found");
        screen.find(robot, new String("почка".getBytes(RUSSIAN), OTHER));
        assertThat(screen.said("#find-count")).isEqualTo("1 of 1");
        robot.interact(() -> choice().setValue(RUSSIAN));
        screen.settle(robot);
        screen.find(robot, "почка");
        assertThat(screen.said("#find-count")).isEqualTo("1 of 1");
    }

    private void open(FxRobot robot) throws Exception {
        screen.look(robot, "statement.txt", TEXT.getBytes(RUSSIAN));
        robot.interact(() -> ((RadioButton) screen.node("#way-decoded")).setSelected(true));
        screen.settle(robot);
    }

    /// A line, once it was in sight.
    private String line(FxRobot robot, int number) {
        robot.interact(() -> lines().scrollTo(number));
        screen.settle(robot);
        return lines().getItems().get(number);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Charset> choice() {
        return (ComboBox<Charset>) screen.node("#decoded-choice");
    }

    @SuppressWarnings("unchecked")
    private ListView<String> lines() {
        return (ListView<String>) screen.node("#decoded-lines");
    }
}
