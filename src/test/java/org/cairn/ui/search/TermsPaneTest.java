package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Terms are counted beside one another, searched for when clicked, and written down as they were counted.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class TermsPaneTest {

    private Path folder;
    private OnADesk on;
    private TermsViewModel model;
    private final List<String> searched = new ArrayList<>();

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("terms");
        on = new OnADesk(folder);
        on.open.sealedStatement("I was asked my blood group.", "Nobody spoke.", "Again the blood group.");
        on.open.sealedStatement("The road to the clinic was long.");
        model = new TermsViewModel(on.desk);
        model.toggle("blood");
        Scene scene = new Scene(new TermsPane(on.desk.words(), model, searched::add), 900, 500);
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

    private void count(FxRobot robot, String terms) {
        robot.interact(() -> robot.lookup("#terms-list").queryAs(TextArea.class).setText(terms));
        robot.clickOn("#terms-count");
        robot.interact(() -> {});
    }

    private List<String> cells(FxRobot robot) {
        Parent grid = robot.lookup("#terms-counted").queryAs(Parent.class);
        return grid.getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    @Test
    void beginsWithWhatWasSearchedAndCountsTermsBesideOneAnother(FxRobot robot) {
        assertThat(model.termsProperty().get()).startsWith("blood");
        assertThat(robot.lookup("#terms-write").queryAs(Button.class).isDisabled())
                .isTrue();
        count(robot, "blood\nclinic\n(broken\n");
        assertThat(cells(robot)).containsSequence("1", "2", "1").contains("–");
        assertThat(robot.lookup("#terms-write").queryAs(Button.class).isDisabled())
                .isFalse();
    }

    @Test
    void forgetsWhatWasCountedWhenTheTermsChange(FxRobot robot) {
        count(robot, "blood");
        assertThat(model.reportProperty().get()).isNotNull();
        robot.interact(() -> model.termsProperty().set("bloods"));
        assertThat(model.reportProperty().get()).isNull();
        assertThat(robot.lookup("#terms-counted").tryQuery()).isEmpty();
    }

    @Test
    void looksForATermThatIsClicked(FxRobot robot) {
        count(robot, "blood\nclinic");
        Parent grid = robot.lookup("#terms-counted").queryAs(Parent.class);
        Node term = grid.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Hyperlink link && link.getText().equals("clinic"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(term);
        assertThat(searched).containsExactly("clinic");
    }

    @Test
    void writesTheReportOfWhatWasCounted(FxRobot robot) throws Exception {
        count(robot, "blood\nclinic");
        Path out = folder.resolve("reports");
        robot.interact(() -> model.write(out));
        robot.interact(() -> {});
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what()).contains("search-terms-");
        try (Stream<Path> written = Files.list(out)) {
            assertThat(written.map(Path::toString))
                    .anyMatch(name -> name.endsWith(".pdf"))
                    .anyMatch(name -> name.endsWith(".csv"));
        }
    }

    @Test
    void saysThatThereIsNothingToCount(FxRobot robot) {
        count(robot, " \n");
        assertThat(model.reportProperty().get()).isNull();
        assertThat(model.toldProperty().get()).isNotNull();
    }
}
