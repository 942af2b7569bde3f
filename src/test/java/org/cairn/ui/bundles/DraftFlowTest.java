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
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.PageRanges;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2AL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The way of counsel: a draft is set for two versions, an exhibit cut to some pages and withheld from one, a name
/// blacked out, and the pages are seen as they will be.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class DraftFlowTest {

    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private OpenArchive open;
    private Reference statement;
    private Reference paper;
    private MainWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("drafts");
        open = new OpenArchive(folder);
        statement = open.sealedStatement("Doctor Harlan came at night.", "He said lantern street.");
        paper = open.take(OpenArchive.file(folder, "receipt.txt", "Received from Harlan: 1,000"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        new BundleInHand(open.archive.drafts())
                .save(
                        "bundle/1",
                        BundleInHand.blank("Clinic", "Exhibits", new LanguageTag("en"))
                                .withSections(List.of(new BundleDraft.Section(
                                        "Exhibits",
                                        List.of(
                                                new BundleDraft.Exhibit(statement, ""),
                                                new BundleDraft.Exhibit(paper, "A receipt"))))));
        Desk desk = new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> window.go(place));
        window = new MainWindow(
                desk, List.of(new ScreenEntry("bundles", Material2AL.LIBRARY_BOOKS, BundlesScreen::new)), () -> {});
        Scene scene = new Scene(window, 1280, 800);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @BeforeEach
    void openTheDraft(FxRobot robot) throws Exception {
        robot.interact(() -> window.go(Place.of("bundles", "bundle/1")));
        waitFor(() -> window.lookup("#outline") instanceof TreeView<?> tree
                && tree.getRoot() != null
                && !tree.getRoot().getChildren().isEmpty());
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

    private BundleDraft kept() {
        return new BundleInHand(open.archive.drafts()).load("bundle/1").orElseThrow();
    }

    private BundleDraft.Exhibit kept(Reference reference) {
        return kept().sections().stream()
                .flatMap(section -> section.exhibits().stream())
                .filter(exhibit -> exhibit.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsTheBundleAsItWillBeAndLeadsToTheExhibitThatIsSelected(FxRobot robot) throws Exception {
        waitFor(() -> page().startsWith("Page 1 of "));
        robot.interact(
                () -> this.<TreeView<?>>node("#outline").getSelectionModel().select(2));
        waitFor(() -> !page().startsWith("Page 1 of "));
    }

    private String page() {
        return window.lookup("#look-at") instanceof Label label ? label.getText() : "";
    }

    @Test
    void setsVersionsPagesAndWhatIsWithheld(FxRobot robot) throws Exception {
        waitFor(() -> window.lookup("#draft-settings") != null);
        robot.interact(() -> this.<RadioButton>node("#draft-settings").fire());
        robot.interact(() -> this.<CheckBox>node("#making-version-CONFIDENTIAL").fire());
        robot.interact(() -> this.<CheckBox>node("#making-version-PUBLIC").fire());
        robot.interact(() -> this.<CheckBox>node("#making-schedule-CHRONOLOGY").fire());
        robot.interact(() -> this.<CheckBox>node("#making-archival").fire());
        robot.interact(
                () -> this.<TreeView<?>>node("#outline").getSelectionModel().select(2));
        robot.interact(() -> {
            TextField pages = node("#exhibit-pages");
            pages.setText("1");
            pages.fireEvent(new javafx.event.ActionEvent());
            ComboBox<Optional<BundleVersion>> withheld = node("#exhibit-withheld");
            withheld.setValue(Optional.of(BundleVersion.PUBLIC));
        });
        waitFor(() -> kept(paper).withheld().isPresent());

        assertThat(kept().how().versions())
                .extracting(BundleMaking.Version::kind)
                .containsExactly(BundleVersion.CONFIDENTIAL, BundleVersion.PUBLIC);
        assertThat(kept().how().versions().getLast().scope()).isEqualTo("PUBLISH_ANON");
        assertThat(kept().how().schedules()).containsExactly(BundleMaking.Schedule.CHRONOLOGY);
        assertThat(kept().how().archival()).isTrue();
        assertThat(kept(paper).pages()).contains(PageRanges.parse("1"));
        assertThat(kept(paper).withheldFrom(BundleVersion.PUBLIC)).contains("WITNESS_IDENTITY");
        assertThat(kept(paper).withheldFrom(BundleVersion.CONFIDENTIAL)).isEmpty();
    }

    @Test
    void blacksOutByWordsAndByTheMouse(FxRobot robot) throws Exception {
        robot.interact(
                () -> this.<TreeView<?>>node("#outline").getSelectionModel().select(1));
        robot.interact(() -> this.<Button>node("#exhibit-redact").fire());
        waitFor(() -> window.lookup("#redact-at") instanceof Label label
                && label.getText().equals("1 / 1"));
        robot.interact(() -> this.<TextArea>node("#redact-words").setText("Harlan"));
        robot.interact(() -> this.<Button>node("#redact-find").fire());
        waitFor(() -> this.<ListView<?>>node("#redact-list").getItems().size() == 2);
        robot.interact(() -> this.<Button>node("#redact-apply").fire());
        waitFor(() -> !kept(paper).parts().isEmpty());
        assertThat(kept(statement).parts()).hasSize(1);

        Bounds page = robot.interact(() -> {})
                .lookup(".page-leaf")
                .query()
                .localToScreen(robot.lookup(".page-leaf").query().getBoundsInLocal());
        robot.moveTo(page.getMinX() + page.getWidth() * 0.3, page.getMinY() + page.getHeight() * 0.3)
                .press(MouseButton.PRIMARY)
                .moveTo(page.getMinX() + page.getWidth() * 0.6, page.getMinY() + page.getHeight() * 0.4)
                .release(MouseButton.PRIMARY);
        waitFor(() -> kept(statement).parts().size() == 2);
        var drawn = kept(statement).parts().getLast().what().area();
        assertThat(drawn.x()).isBetween(0.28, 0.32);
        assertThat(drawn.width()).isBetween(0.27, 0.33);

        robot.interact(() -> this.<Button>node("#redact-remove-2").fire());
        waitFor(() -> kept(statement).parts().size() == 1);
        robot.interact(() -> this.<Button>node("#redact-back").fire());
        waitFor(() -> window.lookup("#outline") != null);
        assertThat(this.<Label>node("#exhibit-blackened").getText()).isEqualTo("One area is blacked out.");
    }

    @SuppressWarnings("unchecked") // the test knows what stands under its id
    private <N extends Node> N node(String selector) {
        return (N) Objects.requireNonNull(window.lookup(selector));
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
