package org.cairn.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window of its own for each test, in a program that is started once: starting and stopping one for each test costs
/// more than most of what is tested in it. Keys go to whatever has the keyboard, as fast as it takes them.
@SuppressWarnings("NullAway.Init") // made before each test
public final class OnScreen implements BeforeEachCallback, AfterEachCallback {

    private final FxRobot robot = new FxRobot();
    private Stage stage;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        interact(() -> {
            Looks.prepare();
            stage = new Stage();
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        interact(() -> stage.hide());
    }

    /// The window.
    public Stage stage() {
        return stage;
    }

    /// A mouse and a keyboard like a person's: slow, for what only they show.
    public FxRobot robot() {
        return robot;
    }

    /// Shows something in the window.
    public void show(Parent content, double width, double height) {
        interact(() -> {
            stage.setScene(new Scene(content, width, height));
            stage.show();
        });
    }

    /// Does something where the window lives, and waits until it has come to rest.
    public void interact(Runnable what) {
        robot.interact(what);
    }

    /// Writes where the keyboard is, letter by letter.
    public void write(String text) {
        interact(() -> text.codePoints()
                .forEach(letter -> fire(KeyEvent.KEY_TYPED, Character.toString(letter), KeyCode.UNDEFINED)));
    }

    /// Pushes a key, with others held down that do not write.
    public void push(KeyCode key, KeyCode... held) {
        interact(() -> {
            fire(KeyEvent.KEY_PRESSED, "", key, held);
            fire(KeyEvent.KEY_RELEASED, "", key, held);
        });
    }

    /// Pushes a key several times.
    public void push(int times, KeyCode key) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
    }

    private void fire(EventType<KeyEvent> type, String letter, KeyCode key, KeyCode... held) {
        Node owner = stage.getScene().getFocusOwner();
        var all = java.util.List.of(held);
        Event.fireEvent(
                owner == null ? stage.getScene().getRoot() : owner,
                new KeyEvent(
                        type,
                        letter,
                        letter,
                        key,
                        all.contains(KeyCode.SHIFT),
                        all.contains(KeyCode.CONTROL),
                        all.contains(KeyCode.ALT),
                        false));
    }

    /// Whether something is there.
    public boolean has(String selector) {
        return stage.getScene().getRoot().lookup(selector) != null;
    }

    /// Something that is there.
    public <T> T node(String selector, Class<T> type) {
        return type.cast(stage.getScene().getRoot().lookup(selector));
    }

    /// Waits until something is there.
    public void await(String selector) throws Exception {
        until(() -> has(selector));
    }

    /// Waits until something holds.
    public void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
