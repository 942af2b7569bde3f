package org.cairn.ui.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.archive.OwnForms;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.exchange.MadeFiles;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Words;
import org.cairn.ui.shell.MainWindow;
import org.cairn.ui.testimony.TestimonyScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2AL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The way of an organisation: a form is looked at and kept, asked while a statement is taken, and what another tool
/// collected is taken in and told.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class FormsFlowTest {

    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private OpenArchive open;
    private MainWindow window;
    private FormsScreen screen;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("forms");
        open = new OpenArchive(folder);
        Desk desk = new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> window.go(place));
        window = new MainWindow(
                desk,
                List.of(
                        new ScreenEntry("testimony", Material2AL.LIST, TestimonyScreen::new),
                        new ScreenEntry("forms", Material2AL.LIST, made -> {
                            screen = new FormsScreen(made);
                            return screen;
                        })),
                () -> {});
        Scene scene = new Scene(window, 1100, 800);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(window::close);
        tasks.close();
        open.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void asksTheQuestionsOfAnAddedFormWhileAStatementIsTaken(FxRobot robot) throws Exception {
        open.archive
                .ownForms()
                .add(OwnForms.read(
                                MadeFiles.FORM_FILE.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "own.json",
                                RecordKind.TESTIMONY)
                        .form());
        Reference statement = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(open.witness(), "I was there."))
                .reference();
        robot.interact(() -> window.go(Place.of("testimony", statement)));
        until("#read-go-on");
        fire(robot, "#read-go-on");
        waitFor(() -> robot.lookup("#step-questions").query().isVisible());
        robot.interact(() ->
                robot.lookup("#step-questions").queryAs(ToggleButton.class).fire());
        until("#questions-1-held");
        assertThat(robot.lookup("#questions-1-days")
                        .query()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
        choose(robot, "#questions-1-held", 1);
        waitFor(() -> robot.lookup("#questions-1-days")
                .query()
                .getParent()
                .getParent()
                .isVisible());
        write(robot, "#questions-1-days", "forty");
        assertThat(robot.lookup("#questions-1-days-fault").queryAs(Label.class).getText())
                .contains("not a number");
        write(robot, "#questions-1-days", "40");
        fire(robot, "#questions-1-cellmates-add");
        until("#questions-1-cellmates-0-who");
        write(robot, "#questions-1-cellmates-0-who", "a man from the lake");
        fire(robot, "#record-keep");
        waitFor(() -> ((Testimony) open.archive.records().open(statement).record())
                .answers()
                .isPresent());
        FilledForm filled = ((Testimony) open.archive.records().open(statement).record())
                .answers()
                .map(Answers::forms)
                .orElseThrow()
                .getFirst();
        assertThat(filled.form()).isEqualTo("F-0001/1");
        assertThat(filled.values())
                .containsEntry("held", true)
                .containsEntry("days", 40)
                .containsKey("cellmates");
    }

    @Test
    void takesInWhatAnotherToolCollectedAndTellsOfEach(FxRobot robot) throws Exception {
        Path bulletins = Files.writeString(folder.resolve("bulletins.xml"), MadeFiles.bulletins());
        robot.interact(() -> window.go(Place.of("forms", "take")));
        until("#take-start");
        robot.interact(() -> screen.receive(List.of(bulletins)));
        write(robot, "#take-source", "the Lake office");
        fire(robot, "#take-start");
        until("#take-sum");
        assertThat(robot.lookup("#take-sum").queryAs(Label.class).getText()).startsWith("1 taken in");
        assertThat(open.archive.records().count(RecordKind.TESTIMONY)).isEqualTo(1);
    }

    @Test
    void addsATermInSeveralLanguages(FxRobot robot) throws Exception {
        robot.interact(() -> window.go(Place.of("forms", "terms")));
        until("#terms-label-en");
        write(robot, "#terms-label-en", "prison cook");
        write(robot, "#terms-label-ar", "طباخ السجن");
        fire(robot, "#terms-keep");
        until("#terms-edit-prison-cook");
        assertThat(open.archive.ownForms().codes("witness-category")).contains("prison-cook");
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static void write(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(text));
    }

    private static void choose(FxRobot robot, String id, int place) {
        robot.interact(() ->
                robot.lookup(id).queryAs(ComboBox.class).getSelectionModel().select(place));
    }

    private static void until(String id) throws Exception {
        waitFor(() -> new FxRobot().lookup(id).tryQuery().isPresent());
    }

    private static void waitFor(Callable<Boolean> what) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, what);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
