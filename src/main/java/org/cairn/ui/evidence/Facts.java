package org.cairn.ui.evidence;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.cairn.ui.common.Direction;

/// Names and values below one another; values can be marked and copied.
final class Facts extends GridPane {

    private final String prefix;
    private int row;

    /// @param prefix what the ids of its values begin with, such as `known-file`
    Facts(String prefix) {
        super(18, 6);
        this.prefix = prefix;
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
            add(name, value, false);
        }
        return this;
    }

    /// Adds a hash or a number that is read letter by letter.
    Facts exact(String name, String value) {
        add(name, value, true);
        return this;
    }

    private void add(String name, String value, boolean exact) {
        Label label = name(name);
        TextField field = value(value, exact);
        field.setId(prefix + "-" + row);
        field.setAccessibleText(name);
        label.setLabelFor(field);
        add(label, 0, row);
        add(field, 1, row);
        row++;
    }

    private static Label name(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private static TextField value(String value, boolean exact) {
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("fact");
        field.setAccessibleText(value);
        Direction.own(field, value, field.alignmentProperty());
        if (exact) {
            field.getStyleClass().add("mono");
        }
        return field;
    }
}
