package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.shell.MainWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2AL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The way of counsel: a bundle is begun for a court, written for some, found again among what was served.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class ServingFlowTest {

    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private OpenArchive open;
    private BundleInHand hand;
    private Reference statement;
    private MainWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("serving");
        open = new OpenArchive(folder);
        hand = new BundleInHand(open.archive.drafts());
        statement = open.sealedStatement("They promised ten thousand.");
        Desk desk = new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> window.go(place));
        window = new MainWindow(
                desk,
                List.of(new ScreenEntry("bundles", Material2AL.LIBRARY_BOOKS, BundlesScreen::new)),
                () -> {});
        Scene scene = new Scene(window, 1000, 800);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
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
    void beginsABundleForACourtInTheList(FxRobot robot) throws Exception {
        robot.interact(() -> window.go(Place.of("bundles")));
        until("#bundle-new-first");
        fire(robot, "#bundle-new-first");
        robot.interact(() -> ((ComboBox<?>) node("#begin-court")).getSelectionModel().select(4));
        assertThat(robot.lookup("#begin-what").queryAs(Label.class).getText()).contains("Documents, Statements");
        fire(robot, "#begin-court-bundle");
        until("#draft-export");
        BundleDraft draft = BundleInHand.read(hand.all().getFirst());
        assertThat(draft.profile()).isEqualTo("ecthr");
        assertThat(draft.sections()).hasSize(3);
    }

    private void fire(FxRobot robot, String selector) {
        robot.interact(() -> ((ButtonBase) node(selector)).fire());
    }

    private Node node(String selector) {
        return Objects.requireNonNull(window.lookup(selector), selector);
    }

    private void until(String selector) throws Exception {
        waitFor(() -> window.lookup(selector) != null);
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
