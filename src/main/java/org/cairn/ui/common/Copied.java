package org.cairn.ui.common;

import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// What was copied out of the archive to the clipboard of the computer, which every program can read and some keep: it
/// is taken back when the archive is locked, unless something else was copied since.
///
/// Of the whole program, as there is one clipboard; for the JavaFX thread only.
public final class Copied {

    /// What asks programs that keep what was copied (Plasma; Windows and what it sends to other computers) not to.
    private static final Map<String, String> NOT_TO_BE_KEPT = Map.of(
            "x-kde-passwordManagerHint", "secret",
            "ExcludeClipboardContentFromMonitorProcessing", "1");

    /// One for all menus, which are shown again and again.
    private static final EventHandler<ActionEvent> CHOSEN = event -> heedWhatComes();

    private static String latest = "";

    private Copied() {}

    /// Copies a text of the archive.
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        NOT_TO_BE_KEPT.forEach((format, value) -> content.put(format(format), value));
        Clipboard.getSystemClipboard().setContent(content);
        latest = text;
    }

    /// Also heeds what is copied out of the fields of a window, which put it on the clipboard by themselves: with the
    /// keyboard or by their menus.
    public static void heed(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (copies(event)) {
                heedWhatComes();
            }
        });
        Window.getWindows().addListener((ListChangeListener<Window>) change -> {
            while (change.next()) {
                change.getAddedSubList().stream()
                        .filter(ContextMenu.class::isInstance)
                        .forEach(Copied::heed);
            }
        });
    }

    private static void heed(Window menu) {
        menu.removeEventFilter(ActionEvent.ACTION, CHOSEN);
        menu.addEventFilter(ActionEvent.ACTION, CHOSEN);
    }

    private static boolean copies(KeyEvent event) {
        KeyCode key = event.getCode();
        return key == KeyCode.COPY
                || key == KeyCode.CUT
                || event.isShortcutDown() && (key == KeyCode.C || key == KeyCode.X || key == KeyCode.INSERT)
                || event.isShiftDown() && key == KeyCode.DELETE;
    }

    /// Is called before a key or a choice has done what it does. Where nothing was marked, or something was put in, the
    /// clipboard stays as it was: what others copied is not ours.
    private static void heedWhatComes() {
        String before = text();
        Platform.runLater(() -> {
            String now = text();
            if (!now.equals(before)) {
                latest = now;
            }
        });
    }

    private static String text() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    /// Takes back what was copied last, where it is still there.
    public static void takeBack() {
        if (!latest.isEmpty() && latest.equals(text())) {
            Clipboard.getSystemClipboard().clear();
        }
        latest = "";
    }

    private static DataFormat format(String name) {
        DataFormat known = DataFormat.lookupMimeType(name);
        return known == null ? new DataFormat(name) : known;
    }
}
