package org.cairn.ui.testimony;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// How fields stand beside one another in the steps.
final class Forms {

    private Forms() {}

    /// Fields two by two, of equal width.
    static GridPane twoColumns(Node... fields) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form-grid");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(half, half);
        for (int i = 0; i < fields.length; i++) {
            grid.add(fields[i], i % 2, i / 2);
        }
        return grid;
    }
}
