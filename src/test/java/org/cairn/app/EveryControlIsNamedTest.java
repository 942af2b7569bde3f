package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.ElementLink;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Words;
import org.cairn.ui.shell.MainWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Whoever hears the program instead of seeing it must be told what each control is, must be able to reach it with the
/// keyboard, and whoever tests it must be able to find it.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class EveryControlIsNamedTest {

    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private OpenArchive open;
    private Reference statement;
    private Reference note;
    private Reference scar;
    private MainWindow window;
    private int seen;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("named");
        open = new OpenArchive(folder);
        statement = open.sealedStatement("They paid at night.");
        note = open.take(OpenArchive.file(folder, "note.txt", "The lantern went out."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        scar = open.archive
                .records()
                .keep(new FormRecord(
                        RecordKind.MEDICAL,
                        "Examination",
                        "medical/1",
                        Protection.CONFIDENTIAL,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("note", "A long scar")))
                .reference();
        for (Reference subject : List.of(statement, scar)) {
            open.archive
                    .elementLinks()
                    .add(new ElementLink(subject, Optional.empty(), "PAL.PURP", ElementLink.Bearing.SUPPORTS));
        }
        Desk desk = new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> window.go(place));
        window = new MainWindow(desk, Wiring.screens(), () -> {});
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
    void onEveryScreenOfTheRail(FxRobot robot) throws Exception {
        for (ScreenEntry entry : Wiring.screens()) {
            robot.interact(() -> window.go(Place.of(entry.code())));
            assertNamed(robot, entry.code());
        }
        robot.interact(() -> window.go(Place.of("search", "lantern")));
        until("#preview-reference");
        assertNamed(robot, "search results");
        robot.interact(() -> window.go(Place.of("bundles", "new")));
        until("#draft-export");
        assertNamed(robot, "bundle draft");
    }

    private Reference linked(Reference subject) {
        return open.archive
                .elementLinks()
                .of(subject)
                .getFirst()
                .revision()
                .orElseThrow()
                .reference();
    }

    @Test
    void whereARecordIsRead(FxRobot robot) throws Exception {
        robot.interact(() -> window.go(Place.to(statement)));
        until("#link-withdraw-" + linked(statement));
        assertNamed(robot, "statement");
        robot.interact(() -> window.go(Place.to(scar)));
        until("#link-withdraw-" + linked(scar));
        assertNamed(robot, "medical record");
        robot.interact(() -> window.go(Place.to(note)));
        until("#item-tabs");
        TabPane tabs = robot.lookup("#item-tabs").query();
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int shown = tab;
            robot.interact(() -> tabs.getSelectionModel().select(shown));
            assertNamed(robot, "item tab " + tab);
        }
    }

    @Test
    void inEveryStepOfTakingAStatement(FxRobot robot) throws Exception {
        robot.interact(() -> window.go(Place.of("testimony", "new")));
        until("#start-begin");
        assertNamed(robot, "start");
        robot.interact(() -> {
            robot.lookup("#start-known").<TextInputControl>query().setText("W-0001");
            robot.lookup("#start-begin").<ButtonBase>query().fire();
        });
        until("#account-editor");
        for (String step : List.of(
                "account", "risk", "consent", "witness", "interview", "exhibits", "readBack", "declarations", "seal")) {
            robot.interact(
                    () -> robot.lookup("#step-" + step).<ToggleButton>query().fire());
            assertNamed(robot, step);
        }
    }

    private void assertNamed(FxRobot robot, String where) {
        WaitForAsyncUtils.waitForFxEvents();
        List<String> nameless = new ArrayList<>();
        seen = 0;
        robot.interact(() -> collect(window, nameless));
        assertThat(nameless).as(where).isEmpty();
        assertThat(seen).as("controls seen on " + where).isGreaterThan(8);
    }

    private void collect(Node node, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        seen += node instanceof Control control && said(control) ? 1 : 0;
        if (node instanceof Control control && said(control)) {
            complain(control, nameless);
        }
        boolean whole =
                node instanceof ComboBoxBase<?> || node instanceof Spinner<?> || node instanceof TextInputControl;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
        }
    }

    private static void complain(Control control, List<String> nameless) {
        String which = control.getClass().getSimpleName() + "#" + control.getId() + " " + control.getStyleClass() + " "
                + control.getAccessibleText();
        if (name(control).isBlank()) {
            nameless.add("no name: " + which);
        }
        if (control.getId() == null) {
            nameless.add("no id: " + which);
        }
        if (!control.isFocusTraversable() && !control.isDisabled()) {
            nameless.add("not reached by the keyboard: " + which);
        }
    }

    /// Whether a control is one that a person acts on.
    private static boolean said(Control control) {
        boolean acts = control instanceof ButtonBase
                || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?>
                || control instanceof Spinner<?>
                || control instanceof ListView<?>
                || control instanceof TreeView<?>
                || control instanceof TableView<?>;
        boolean part = Set.of("increment-button", "decrement-button", "tab-down-button").stream()
                .anyMatch(control.getStyleClass()::contains);
        return acts
                && !part
                && !(control instanceof ScrollBar || control instanceof ScrollPane || control instanceof SplitPane);
    }

    private static String name(Control control) {
        String given = control.getAccessibleText();
        if (given != null && !given.isBlank()) {
            return given;
        }
        return control instanceof Labeled labeled && !(control instanceof Label) && labeled.getText() != null
                ? labeled.getText()
                : "";
    }

    private void until(String selector) throws Exception {
        WaitForAsyncUtils.waitFor(
                40,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> window.lookup(selector) != null)
                        .get());
    }
}
