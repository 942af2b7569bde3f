package org.cairn.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A field with its name above and, where it helps, one quiet line below: every form looks alike.
public final class FieldRow extends VBox {

    private final Label help = new Label();

    private FieldRow(String name, Region field, Control named) {
        getStyleClass().add("field-row");
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(named);
        named.setAccessibleText(name);
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        help.setManaged(false);
        help.setVisible(false);
        field.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(label, field, help);
    }

    /// A named field.
    public static FieldRow of(String name, Control field) {
        return new FieldRow(name, field, field);
    }

    /// A named field made of several parts, of which one takes the typing.
    public static FieldRow of(String name, Region whole, Control typed) {
        return new FieldRow(name, whole, typed);
    }

    /// The same row with a quiet line below.
    public FieldRow helped(String line) {
        help.setText(line);
        help.setManaged(!line.isEmpty());
        help.setVisible(!line.isEmpty());
        return this;
    }

    /// The same row with an example in the empty field.
    public FieldRow prompting(TextInputControl field, String example) {
        field.setPromptText(example);
        return this;
    }
}
