package org.cairn.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.domain.Protection;
import org.cairn.domain.Role;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Words that mean the same are written, changed and taken out in one card, from the keyboard too.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class SynonymsCardTest {

    private Path folder;
    private OnADesk on;
    private Stage stage;
    private SynonymsViewModel model;

    @Start
    void show(Stage shown) throws Exception {
        Looks.prepare();
        stage = shown;
        folder = Files.createTempDirectory("synonyms");
        on = new OnADesk(folder);
        showCard();
        stage.show();
        stage.requestFocus();
    }

    private void showCard() {
        var desk = on.with(on.direct);
        model = new SynonymsViewModel(desk);
        Scene scene = new Scene(new SynonymsCard(desk.words(), model), 900, 620);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        model.refresh();
    }

    @AfterEach
    void stop() throws Exception {
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private List<List<String>> kept() {
        return on.open.archive.synonyms().list().stream()
                .map(group -> group.group().words())
                .toList();
    }

    private void type(FxRobot robot, String words) {
        robot.clickOn("#synonyms-words");
        robot.interact(
                () -> robot.lookup("#synonyms-words").queryAs(TextField.class).setText(words));
        robot.type(KeyCode.ENTER);
        robot.interact(() -> {});
    }

    private Told told() {
        return Objects.requireNonNull(model.toldProperty().get());
    }

    @Test
    void keepsWhatIsTypedAndShowsIt(FxRobot robot) {
        type(robot, "kidney, 肾، почка");
        assertThat(kept()).containsExactly(List.of("kidney", "肾", "почка"));
        assertThat(told().kind()).isEqualTo(Told.Kind.SUCCESS);
        assertThat(robot.lookup("#synonyms-words").queryAs(TextField.class).getText())
                .isEmpty();
        assertThat(robot.lookup("kidney, 肾, почка").tryQuery()).isPresent();
    }

    @Test
    void saysWhyWordsAreNoGroupAndKeepsWhatWasTyped(FxRobot robot) {
        type(robot, "kidney");
        assertThat(kept()).isEmpty();
        assertThat(told().what()).contains("two words or more");
        assertThat(robot.lookup("#synonyms-words").queryAs(TextField.class).getText())
                .isEqualTo("kidney");
    }

    @Test
    void changesAGroupAndLeavesItAsItWasOnEscape(FxRobot robot) {
        type(robot, "kidney, 肾");
        robot.clickOn("#synonyms-change-G-0001");
        assertThat(robot.lookup("#synonyms-words").queryAs(TextField.class).isFocused())
                .isTrue();
        assertThat(robot.lookup("#synonyms-keep").queryAs(Button.class).getText())
                .isEqualTo("Keep the change");
        robot.type(KeyCode.ESCAPE);
        assertThat(model.changingProperty().get()).isNull();
        robot.clickOn("#synonyms-change-G-0001");
        type(robot, "kidney, 肾, rein");
        assertThat(kept()).containsExactly(List.of("kidney", "肾", "rein"));
        assertThat(on.open.archive.synonyms().list().getFirst().revision()).isEqualTo(2);
    }

    @Test
    void takesAGroupOut(FxRobot robot) {
        type(robot, "kidney, 肾");
        robot.clickOn("#synonyms-remove-G-0001");
        robot.interact(() -> {});
        assertThat(kept()).isEmpty();
        assertThat(robot.lookup("#synonyms-remove-G-0001").tryQuery()).isEmpty();
    }

    @Test
    void takesTheWordsToBeginWithOnlyWhenAskedTo(FxRobot robot) {
        assertThat(kept()).isEmpty();
        robot.clickOn("#synonyms-starter");
        robot.interact(() -> {});
        assertThat(kept()).hasSize(12);
        assertThat(told().what()).contains("12");
    }

    @Test
    void tellsTheLinesOfAFileThatCannotBeRead(FxRobot robot) throws Exception {
        Path file = Files.writeString(folder.resolve("words.txt"), "kidney, 肾\nalone\nkidney => ren\n");
        robot.interact(() -> model.take(file));
        assertThat(kept()).isEmpty();
        assertThat(told().advice()).contains("Line 2", "Line 3");
        Files.writeString(file, "kidney, 肾\n");
        robot.interact(() -> model.take(file));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void writesAFileThatCanBeTakenAgain(FxRobot robot) throws Exception {
        type(robot, "kidney, 肾");
        Path file = folder.resolve("out.txt");
        robot.interact(() -> model.write(file));
        assertThat(file).hasContent("kidney, 肾");
    }

    @Test
    void showsOnlyWhatSomebodyMayKnow(FxRobot robot) {
        type(robot, "kidney, 肾");
        on.open.archive.synonyms().add(List.of("clinic", "hangar"), Protection.SEALED);
        assertThat(kept()).hasSize(2);
        on.open.reopenAs("layla", Set.of(Role.ANALYST));
        robot.interact(this::showCard);
        assertThat(model.groups()).hasSize(1);
        assertThat(robot.lookup("#synonyms-words").tryQuery()).isPresent();
        assertThat(model.levels()).doesNotContain(Protection.SEALED);
    }

    @Test
    void letsReadersChangeNothing(FxRobot robot) {
        type(robot, "kidney, 肾");
        on.open.reopenAs("layla", Set.of(Role.IDENTITY_CUSTODIAN));
        robot.interact(this::showCard);
        assertThat(model.groups()).hasSize(1);
        assertThat(robot.lookup("#synonyms-words").tryQuery()).isEmpty();
        assertThat(robot.lookup("#synonyms-starter").tryQuery()).isEmpty();
        assertThat(robot.lookup("#synonyms-remove-G-0001").tryQuery()).isEmpty();
    }
}
