package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.bundle.sign.TestAuthority;
import org.cairn.domain.Reference;
import org.cairn.ui.bundles.WritingViewModel.WrittenVersion;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.FolderWindow;
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

/// The way of counsel with a bundle that is written: its folder, a check of it, its time.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class FinishedFlowTest {

    private static final Instant LATER = Instant.parse("2026-03-05T12:00:00Z");

    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private Path note;
    private OpenArchive open;
    private Reference statement;
    private Desk desk;
    private MainWindow window;
    private FolderWindow opener;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("finished");
        note = folder.resolve("opened.txt");
        open = new OpenArchive(folder);
        statement = open.sealedStatement("They promised ten thousand.");
        opener = FolderWindow.by(AServedBundle.opener(folder, note));
        desk = new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> window.go(place));
        window = new MainWindow(
                desk,
                List.of(new ScreenEntry("bundles", Material2AL.LIBRARY_BOOKS, own -> new BundlesScreen(own, opener))),
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

    private WrittenVersion served() {
        Desk atOnce = new Desk(
                open.archive,
                new DirectTasks(),
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> {});
        return AServedBundle.signed(atOnce, statement, folder.resolve("out"));
    }

    /// From the page on which an export ends, and again from what was served.
    private void export(FxRobot robot) throws Exception {
        new BundleInHand(open.archive.drafts()).save("bundle/1", AServedBundle.draft(statement));
        robot.interact(() -> window.go(Place.of("bundles", "bundle/1")));
        waitFor(() -> window.lookup("#draft-title") instanceof Label title
                && title.getText().equals("For the tribunal"));
        fire(robot, "#draft-export");
        until("#choose-write");
        robot.interact(() -> ((ChooseView) node("#choose")).write(folder.resolve("out")));
        until("#written-card");
    }

    @Test
    void opensTheFolderOfWhatWasWrittenWhileTheArchiveIsOpen(FxRobot robot) throws Exception {
        export(robot);
        fire(robot, "#written-folder");
        waitFor(() -> Files.exists(note) && Files.size(note) > 0);
        Path pdf = Path.of(((TextField) node("#written-path")).getText());
        assertThat(note).hasContent(Objects.requireNonNull(pdf.getParent()).toString());
        Files.delete(note);
        fire(robot, "#written-serving");
        until("#serving-folder-1");
        fire(robot, "#serving-folder-1");
        waitFor(() -> Files.exists(note) && Files.size(note) > 0);
        assertThat(window.lookup("#serving-check-other")).isNull();
    }

    @Test
    void saysThePlaceWhereTheFolderCannotBeOpened(FxRobot robot) throws Exception {
        opener = FolderWindow.none();
        export(robot);
        fire(robot, "#written-folder");
        waitFor(() -> node("#written-folder-notice").isVisible());
        assertThat(((TextField) node("#written-folder-place")).getText())
                .isEqualTo(folder.resolve("out").toString());
        assertThat(node("#written-folder-place-copy").isFocusTraversable()).isTrue();
    }

    @Test
    void checksABundleAgainFromTheListAndGoesToWhatItIs(FxRobot robot) throws Exception {
        WrittenVersion version = served();
        Path pdf = version.served().pdf();
        robot.interact(() -> window.go(Place.of("bundles")));
        until("#bundle-check");
        fire(robot, "#bundle-check");
        until("#check-file");
        waitFor(() -> node("#check-file").isFocused());
        robot.interact(() -> window.go(FinishedPlace.check(pdf)));
        until("#checked-standing-1");
        assertThat(((Label) node("#checked-standing-1")).getText()).startsWith("All rules are met");
        assertThat(window.lookupAll("#checked-rules-1 .badge-good")).isNotEmpty();
        assertThat(((Label) node("#checked-served-1")).getText())
                .contains(version.serving().orElseThrow().toString());
        fire(robot, "#checked-serving-1");
        until("#serving-details");
        // nobody knows where its files are any more
        assertThat(node("#serving-check-other")).isNotNull();
    }

    @Test
    void asksForTheTimeOfABundleAndTakesItIn(FxRobot robot) throws Exception {
        Path pdf = served().served().pdf();
        robot.interact(() -> window.go(Place.of("bundles")));
        until("#bundle-time");
        fire(robot, "#bundle-time");
        until("#time-file");
        assertThat(window.lookup("#time-asking")).isNull();
        robot.interact(() -> window.go(FinishedPlace.time(pdf)));
        until("#time-ask");
        assertThat(((Label) node("#time-of")).getText()).startsWith("It asks for the time of the signature");
        assertThat(node("#time-take").isDisabled()).isTrue();
        TimeView view = (TimeView) node("#time");
        Path request = folder.resolve("bundle.tsq");
        robot.interact(() -> view.ask(request));
        until("#time-command");
        assertThat(((TextField) node("#time-command")).getText()).contains("\"@bundle.tsq\"", "\"bundle.tsr\"");
        Path refusal = Files.write(folder.resolve("no.tsr"), TestAuthority.refusal());
        robot.interact(() -> view.reply(refusal));
        fire(robot, "#time-take");
        waitFor(() -> node("#time-taking-notice").isVisible());
        assertThat(((Label) node("#time-taking-notice-do")).getText()).startsWith("No file was changed.");
        Path reply = Files.write(
                folder.resolve("bundle.tsr"), new TestAuthority().reply(Files.readAllBytes(request), LATER));
        robot.interact(() -> view.reply(reply));
        fire(robot, "#time-take");
        until("#time-attested");
        assertThat(node("#time-taking-notice").isVisible()).isFalse();
        waitFor(() -> node("#time-check").isFocused());
        fire(robot, "#time-check");
        until("#checked-standing-1");
        assertThat(((Label) node("#checked-standing-1")).getText()).startsWith("All rules are met");
        assertThat(((Label) node("#checked-served-1")).getText()).startsWith("To the last byte");
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
