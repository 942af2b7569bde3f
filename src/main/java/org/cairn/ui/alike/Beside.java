package org.cairn.ui.alike;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Two things side by side, each half as wide as the room there is; the earlier one begins the line.
final class Beside extends GridPane {

    Beside(Node earlier, Node later) {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(half, half);
        getRowConstraints().add(row);
        setHgap(18);
        setMinWidth(0);
        add(earlier, 0, 0);
        add(later, 1, 0);
    }
}
