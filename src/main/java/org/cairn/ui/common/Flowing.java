package org.cairn.ui.common;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Things in a row that goes on in the next one where it is too short. It likes to be as wide as all of them; a
/// [FlowPane] by itself likes to be as wide as a number that somebody must guess.
public final class Flowing extends FlowPane {

    /// @param gap between two of them, also from row to row, in pixels
    public Flowing(double gap, Node... things) {
        super(gap, gap, things);
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(VPos.CENTER);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset();
        int shown = 0;
        for (Node thing : getManagedChildren()) {
            width += snapSizeX(thing.prefWidth(-1));
            shown++;
        }
        return width + Math.max(0, shown - 1) * getHgap();
    }
}
