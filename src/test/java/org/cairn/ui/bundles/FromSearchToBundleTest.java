package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.Kept;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Words;
import org.cairn.ui.evidence.EvidenceScreen;
import org.cairn.ui.search.SearchScreen;
import org.cairn.ui.shell.MainWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2AL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The way of tribunal staff: something is found, opened where it stands, laid into a bundle, written or refused.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class FromSearchToBundleTest {

    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private OpenArchive open;
    private Reference allowed;
    private Reference forbidden;
    private MainWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("bundles");
        open = new OpenArchive(folder);
        allowed = open.sealedStatement("I was asked my blood group.", "Nobody spoke.", "He said lantern street.");
        Reference witness = open.witness();
        open.mayBeKept(witness);
        Kept kept = open.archive.testimonies().keep(OpenArchive.testimony(witness, "They paid in the harbour."));
        forbidden = open.archive
                .testimonies()
                .seal(kept.reference(), kept.revision())
                .reference();
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
                        new ScreenEntry("evidence", Material2AL.FOLDER, EvidenceScreen::new),
                        new ScreenEntry("search", Material2AL.FIND_IN_PAGE, SearchScreen::new),
                        new ScreenEntry("bundles", Material2AL.LIBRARY_BOOKS, BundlesScreen::new)),
                () -> {});
        Scene scene = new Scene(window, 1000, 800);
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
    void findsOpensAtThePassageAndWritesABundleOfIt(FxRobot robot) throws Exception {
        robot.interact(() -> {
            TextInputControl field = robot.lookup("#search-field").query();
            field.setText("lantern");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        until("#preview-statement");
        assertThat(robot.lookup("#preview-reference").queryAs(Label.class).getText())
                .isEqualTo(allowed.toString());
        waitFor(() ->
                robot.lookup("#preview-count").queryAs(Label.class).getText().contains("¶3"));
        robot.interact(() -> robot.lookup("#results").query().requestFocus());
        robot.type(KeyCode.B);
        waitFor(() -> !open.archive.drafts().list().isEmpty());
        export(robot, "out");
        until("#written-line");
        assertThat(robot.lookup("#written-line").queryAs(Label.class).getText()).contains("one exhibit");
        assertThat(Path.of(robot.lookup("#written-path")
                        .queryAs(TextInputControl.class)
                        .getText()))
                .exists();
    }

    @Test
    void explainsCalmlyWhatMayNotLeave(FxRobot robot) throws Exception {
        robot.interact(() -> window.go(Place.of("search", "harbour")));
        until("#preview-statement");
        robot.interact(() -> robot.lookup("#results").query().requestFocus());
        robot.type(KeyCode.B);
        waitFor(() -> !open.archive.drafts().list().isEmpty());
        export(robot, "refused");
        until("#refused");
        assertThat(robot.lookup("#gap-" + forbidden).queryAs(Label.class).getText())
                .contains("never asked");
        assertThat(folder.resolve("refused")).doesNotExist();
        robot.interact(() -> ((javafx.scene.control.Button) node("#gap-leave-out-" + forbidden)).fire());
        until("#outline");
        assertThat(robot.lookup("#refused").tryQuery()).isEmpty();
    }

    @Test
    void opensAFileThatWasTakenIn(FxRobot robot) throws Exception {
        Path file = OpenArchive.file(folder, "note.txt", "The fee was paid at night.");
        Reference taken = open.take(file).files().getFirst().reference().orElseThrow();
        robot.interact(() -> window.go(Place.of("evidence")));
        until("#evidence-table");
        robot.interact(() -> window.go(Place.of("evidence", taken)));
        until("#text-passages");
        assertThat(robot.lookup("#item-reference").queryAs(Label.class).getText())
                .isEqualTo(taken.toString());
    }

    private void export(FxRobot robot, String name) throws Exception {
        String id = open.archive.drafts().list().getFirst().id();
        robot.interact(() -> window.go(Place.of("bundles", id)));
        waitFor(() -> robot.lookup("#draft-title")
                .tryQueryAs(Label.class)
                .filter(title -> !title.getText().isEmpty())
                .isPresent());
        robot.interact(() -> ((DraftView) node("#draft")).export(folder.resolve(name)));
    }

    private Node node(String selector) {
        return java.util.Objects.requireNonNull(window.lookup(selector));
    }

    private void until(String selector) throws Exception {
        waitFor(() -> window.lookup(selector) != null);
    }

    private static void waitFor(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
