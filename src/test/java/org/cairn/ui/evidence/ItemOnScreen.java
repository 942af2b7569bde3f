package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.IntakeTerms;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// An item of a real archive in a window, as the person at it sees it.
final class ItemOnScreen implements AutoCloseable {

    final Path folder;
    final OnADesk on;
    final ItemViewModel model;
    private final Stage stage;

    ItemOnScreen(Stage stage) throws IOException {
        this(stage, 1100, 760);
    }

    ItemOnScreen(Stage stage, int width, int height) throws IOException {
        Looks.prepare();
        this.stage = stage;
        this.folder = Files.createTempDirectory("seen");
        this.on = new OnADesk(folder);
        this.model = new ItemViewModel(on.desk);
        Scene scene = new Scene(new ItemView(on.desk, model, () -> {}), width, height);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    /// Takes a file in.
    Reference take(Path file, boolean graphic) {
        IntakeTerms terms = new IntakeTerms(
                "the registry",
                "HANDED_OVER",
                "amina",
                Optional.empty(),
                Protection.RESTRICTED,
                Optional.empty(),
                Set.of(),
                graphic);
        return on.open
                .archive
                .evidence()
                .take(List.of(file), terms, Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    /// Takes a file in and looks at it.
    Reference look(FxRobot robot, String name, byte[] bytes) throws IOException {
        return look(robot, Files.write(folder.resolve(name), bytes));
    }

    /// Takes a file in and looks at it.
    Reference look(FxRobot robot, Path file) {
        Reference taken = take(file, false);
        open(robot, taken);
        return taken;
    }

    /// Looks at an item.
    void open(FxRobot robot, Reference reference) {
        robot.interact(() -> model.open(reference, Optional.empty(), Sought.NOTHING));
        settle(robot);
    }

    /// Lets everything find its place.
    void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Types words into the field to find them.
    void find(FxRobot robot, String words) {
        robot.interact(() -> {
            TextField field = (TextField) node("#find-field");
            field.setText(words);
            field.fireEvent(new javafx.event.ActionEvent());
        });
        settle(robot);
    }

    void press(FxRobot robot, String selector) {
        robot.interact(() -> ((ButtonBase) node(selector)).fire());
        settle(robot);
    }

    void keys(FxRobot robot, String onNode, KeyCode... keys) {
        robot.interact(() -> node(onNode).requestFocus());
        robot.push(keys);
        settle(robot);
    }

    Node node(String selector) {
        return Objects.requireNonNull(stage.getScene().lookup(selector), selector);
    }

    boolean has(String selector) {
        return stage.getScene().lookup(selector) != null;
    }

    String said(String selector) {
        return ((Label) node(selector)).getText();
    }

    /// What the person was told of what they did.
    String told() {
        return Objects.requireNonNull(model.toldProperty().get()).what();
    }

    /// What was copied.
    String clipboard(FxRobot robot) {
        StringBuilder copied = new StringBuilder();
        robot.interact(() -> copied.append(Clipboard.getSystemClipboard().getString()));
        return copied.toString();
    }

    /// What was copied before is no longer there.
    void emptyClipboard(FxRobot robot) {
        robot.interact(() -> {
            ClipboardContent nothing = new ClipboardContent();
            nothing.putString("nothing yet");
            Clipboard.getSystemClipboard().setContent(nothing);
        });
    }

    @Override
    public void close() throws IOException {
        WaitForAsyncUtils.asyncFx(model::close);
        WaitForAsyncUtils.waitForFxEvents();
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
