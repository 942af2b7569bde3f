package org.cairn.ui.evidence;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.cairn.ui.common.Direction;

/// Names and values below one another; values can be marked and copied.
final class Facts extends GridPane {

    private int row;

    Facts() {
        super(18, 6);
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(170);
        names.setPrefWidth(190);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    /// Adds a fact, where there is one.
    Facts with(String name, String value) {
        if (!value.isBlank()) {
            add(name(name), 0, row);
            add(value(value, false), 1, row);
            row++;
        }
        return this;
    }

    /// Adds a hash or a number that is read letter by letter.
    Facts exact(String name, String value) {
        add(name(name), 0, row);
        add(value(value, true), 1, row);
        row++;
        return this;
    }

    private static Label name(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private TextField value(String value, boolean exact) {
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("fact");
        field.setAccessibleText(value);
        NodeOrientation own = Direction.of(value);
        field.setNodeOrientation(own);
        // beside its name, also where it is written the other way than the window
        effectiveNodeOrientationProperty()
                .subscribe(window -> field.setAlignment(
                        own != NodeOrientation.INHERIT && own != window ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT));
        if (exact) {
            field.getStyleClass().add("mono");
        }
        return field;
    }
}
