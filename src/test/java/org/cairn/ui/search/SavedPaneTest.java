package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Searches are saved, asked again and frozen where they are asked, also without a mouse.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class SavedPaneTest {

    private Path folder;
    private OnADesk on;
    private final List<Reference> opened = new ArrayList<>();
    private final List<FrozenList> batches = new ArrayList<>();

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("saved");
        on = new OnADesk(folder);
        on.open.sealedStatement("I was asked my blood group.");
        SavedViewModel model = new SavedViewModel(on.desk, () -> SearchRequest.of("blood"));
        model.toggle();
        Scene scene = new Scene(new SavedPane(on.desk.words(), model, batches::add, opened::add), 980, 760);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void stop() throws Exception {
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    private void save(FxRobot robot) {
        type(robot, "#saved-name", "Blood");
        robot.clickOn("#saved-save");
        robot.interact(() -> {});
    }

    @Test
    void savesOnlyWhatHasAName(FxRobot robot) {
        assertThat(robot.lookup("#saved-save").queryAs(Button.class).isDisabled())
                .isTrue();
        save(robot);
        assertThat(text(robot, "#saved-query")).isEqualTo("blood");
        assertThat(text(robot, "#saved-was")).contains("Found: 1");
    }

    @Test
    void showsWhatIsNewAndOpensItByTheKeyboard(FxRobot robot) {
        save(robot);
        Reference later = on.open.sealedStatement("Again the blood group.");
        robot.clickOn("#saved-again");
        robot.interact(() -> {});
        assertThat(text(robot, "#saved-new-count")).isEqualTo("New: 1");
        assertThat(text(robot, "#saved-gone-count")).isEqualTo("Gone: 0");
        robot.interact(() -> {
            ListView<?> fresh = robot.lookup("#saved-new").queryAs(ListView.class);
            fresh.requestFocus();
            fresh.getSelectionModel().select(0);
        });
        robot.type(KeyCode.ENTER);
        assertThat(opened).containsExactly(later);
        robot.clickOn("#saved-keep");
        robot.clickOn("#saved-again");
        robot.interact(() -> {});
        assertThat(text(robot, "#saved-new-count")).isEqualTo("New: 0");
    }

    @Test
    void givesASearchAndAListOtherNamesByThePencil(FxRobot robot) {
        save(robot);
        robot.clickOn("#saved-called-rename");
        type(robot, "#saved-called-field", "Blood groups");
        robot.clickOn("#saved-called-save");
        robot.interact(() -> {});
        assertThat(text(robot, "#saved-called")).isEqualTo("Blood groups");
        assertThat(text(robot, "#saved-query")).isEqualTo("blood");
        type(robot, "#saved-list-name", "Hearing");
        robot.clickOn("#saved-freeze");
        robot.clickOn("#saved-LISTS");
        robot.interact(() -> robot.lookup("#saved-lists")
                .queryAs(ListView.class)
                .getSelectionModel()
                .select(0));
        robot.interact(() -> {});
        robot.clickOn("#saved-list-called-rename");
        type(robot, "#saved-list-called-field", "Second hearing");
        robot.interact(() -> robot.lookup("#saved-list-called-field").query().requestFocus());
        robot.type(KeyCode.ENTER);
        robot.interact(() -> {});
        assertThat(text(robot, "#saved-list-called")).isEqualTo("Second hearing");
        robot.clickOn("#saved-list-called-rename");
        type(robot, "#saved-list-called-field", "Never");
        robot.type(KeyCode.ESCAPE);
        assertThat(text(robot, "#saved-list-called")).isEqualTo("Second hearing");
    }

    @Test
    void freezesAListAndHandsItOn(FxRobot robot) {
        save(robot);
        type(robot, "#saved-list-name", "For the hearing");
        robot.clickOn("#saved-freeze");
        robot.clickOn("#saved-LISTS");
        robot.interact(() -> robot.lookup("#saved-lists")
                .queryAs(ListView.class)
                .getSelectionModel()
                .select(0));
        robot.interact(() -> {});
        assertThat(text(robot, "#saved-list-was")).contains("S-0001");
        robot.clickOn("#saved-list-batch");
        assertThat(batches)
                .singleElement()
                .satisfies(list -> assertThat(list.count()).isEqualTo(1));
        assertThat(robot.lookup("#saved-saving").query().isVisible()).isFalse();
    }
}
