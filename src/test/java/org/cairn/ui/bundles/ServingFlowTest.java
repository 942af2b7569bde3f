package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.cairn.archive.Choices;
import org.cairn.archive.OpenArchive;
import org.cairn.bundle.sign.KeyFiles;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.bundles.WritingViewModel.WrittenVersion;
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
    private Desk desk;
    private MainWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("serving");
        open = new OpenArchive(folder);
        hand = new BundleInHand(open.archive.drafts());
        statement = open.sealedStatement("They promised ten thousand.");
        desk = new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> window.go(place));
        window = new MainWindow(
                desk, List.of(new ScreenEntry("bundles", Material2AL.LIBRARY_BOOKS, BundlesScreen::new)), () -> {});
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
        robot.interact(
                () -> ((ComboBox<?>) node("#begin-court")).getSelectionModel().select(4));
        assertThat(robot.lookup("#begin-what").queryAs(Label.class).getText()).contains("Documents, Statements");
        fire(robot, "#begin-court-bundle");
        until("#draft-export");
        BundleDraft draft = BundleInHand.read(hand.all().getFirst());
        assertThat(draft.profile()).isEqualTo("ecthr");
        assertThat(draft.sections()).hasSize(3);
    }

    @Test
    void writesTheVersionsThatAreTickedAndFindsThemAmongWhatWasServed(FxRobot robot) throws Exception {
        hand.save("bundle/1", draft(BundleVersion.CONFIDENTIAL, BundleVersion.PARTY));
        robot.interact(() -> window.go(Place.of("bundles", "bundle/1")));
        waitFor(() -> window.lookup("#draft-title") instanceof Label title
                && title.getText().equals("For the tribunal"));
        fire(robot, "#draft-export");
        until("#choose-write");
        assertThat(node("#choose-write").isFocused()).isTrue();
        robot.interact(() -> ((CheckBox) node("#choose-version-CONFIDENTIAL")).setSelected(false));
        robot.interact(() -> ((ChooseView) node("#choose")).write(folder.resolve("out")));
        until("#written-card");
        assertThat(window.lookupAll("#written-card-2-1")).isEmpty();
        assertThat(open.archive.bundles().servings(0, 10).total()).isEqualTo(1);
        fire(robot, "#written-serving");
        until("#serving-details");
        assertThat(node("#serving-volume-1"))
                .isInstanceOfSatisfying(
                        Label.class, label -> assertThat(label.getText()).startsWith("Volume 1 · pages 1–"));
        TableView<?> exhibits = (TableView<?>) node("#serving-exhibits");
        assertThat(exhibits.getItems()).hasSize(1);
        fire(robot, "#serving-late");
        waitFor(() -> hand.all().size() == 2);
        assertThat(hand.load("bundle/2").orElseThrow().how().after())
                .contains(
                        open.archive.bundles().servings(0, 1).items().getFirst().reference());
    }

    @Test
    void asksForThePasswordAgainWhereTheKeyDoesNotOpen(FxRobot robot) throws Exception {
        Path key = KeyFiles.pkcs12(folder.resolve("counsel.p12"), "correct horse");
        hand.save("bundle/1", draft());
        robot.interact(() -> window.go(Place.of("bundles", "bundle/1")));
        waitFor(() -> window.lookup("#draft-title") instanceof Label title
                && title.getText().equals("For the tribunal"));
        fire(robot, "#draft-export");
        until("#choose-write");
        robot.interact(() -> {
            ChooseView view = (ChooseView) node("#choose");
            view.sign(key);
            ((PasswordField) node("#choose-password")).setText("wrong");
            view.write(folder.resolve("out"));
        });
        waitFor(() -> window.lookup("#choose-notice-what") instanceof Label what
                && what.getText().contains("another password"));
        assertThat(((Label) node("#choose-key")).getText()).isEqualTo("counsel.p12");
        assertThat(((PasswordField) node("#choose-password")).getText()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void showsEveryFileUnderThePageNumbersThatArePrintedInIt(FxRobot robot) throws Exception {
        ServedBundle whole =
                open.archive.bundles().write(draft(), Choices.NONE, folder.resolve("out"), Progress.none());
        ServedBundle.Volume one = whole.volumes().getFirst();
        int pages = one.pages();
        ServedBundle parted = new ServedBundle(
                List.of(one, new ServedBundle.Volume(2, one.pdf(), one.fingerprint(), pages + 1, pages)),
                whole.manifest(),
                whole.exhibits(),
                whole.results(),
                whole.places());
        Outcome.Written written = new Outcome.Written(List.of(
                new WrittenVersion(parted, draft(), Optional.of(BundleVersion.CONFIDENTIAL), Optional.empty()),
                new WrittenVersion(whole, draft(), Optional.of(BundleVersion.PARTY), Optional.empty())));
        try (WritingViewModel writing = new WritingViewModel(desk)) {
            Parent[] view = new Parent[1];
            robot.interact(() -> {
                view[0] = new WrittenView(desk, writing, written, () -> {});
                window.getScene().setRoot(view[0]);
            });
            Label at = (Label) Objects.requireNonNull(view[0].lookup("#written-at"));
            waitFor(() -> at.getText().equals("Page 1 of " + 2 * pages));
            robot.interact(() -> ((ButtonBase) Objects.requireNonNull(view[0].lookup("#written-look-1-2"))).fire());
            waitFor(() -> at.getText().equals("Page " + (pages + 1) + " of " + 2 * pages));
            ComboBox<?> files = (ComboBox<?>) Objects.requireNonNull(view[0].lookup("#written-file"));
            assertThat(files.getItems()).hasSize(3);
            for (String id : List.of("#written-hash", "#written-hash-1-2", "#written-hash-2-1")) {
                assertThat(view[0].lookup(id)).as(id).isNotNull();
            }
        }
    }

    private BundleDraft draft(BundleVersion... versions) {
        return BundleInHand.blank("For the tribunal", "Statements", new LanguageTag("en"))
                .withSections(
                        List.of(new BundleDraft.Section("Statements", List.of(new BundleDraft.Exhibit(statement, "")))))
                .made(new BundleMaking(
                        List.of(),
                        List.of(versions).stream()
                                .map(kind -> new BundleMaking.Version(
                                        kind, Optional.empty(), "SUBMIT_TRIBUNAL", Optional.empty()))
                                .toList(),
                        false,
                        false,
                        Optional.empty()));
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
