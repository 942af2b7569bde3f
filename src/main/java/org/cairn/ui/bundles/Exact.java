package org.cairn.ui.bundles;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.kordamp.ikonli.material2.Material2AL;

/// A path or a hash: letter for letter, from left to right in every window, with a button that copies it.
final class Exact extends VBox {

    Exact(Messages own, String id, String name, String value) {
        super(2);
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        TextField field = new TextField(value);
        field.setId(id);
        field.setEditable(false);
        field.getStyleClass().addAll("fact", "mono");
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        field.setAccessibleText(name);
        field.setTooltip(new Tooltip(value));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(
                4,
                field,
                Glyphs.quiet(
                        id + "-copy", Material2AL.CONTENT_COPY, own.text("written.copy", name), () -> copy(value)));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(label, row);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
