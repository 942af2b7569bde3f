package org.cairn.ui.documents;

import javafx.beans.value.ObservableNumberValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A column as wide as a list leaves room, and as high as its texts need at that width.
///
/// A list's cell asks how high its content wants to be without saying how wide it will be; a text that wraps would
/// answer for one long line and be cut off.
public final class Fitted extends VBox {

    /// @param width how wide it is
    public Fitted(double spacing, ObservableNumberValue width, Node... content) {
        super(spacing, content);
        setMinWidth(0);
        prefWidthProperty().bind(width);
        maxWidthProperty().bind(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
