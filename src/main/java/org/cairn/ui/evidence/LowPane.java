package org.cairn.ui.evidence;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// As high as what is in it needs at its width; where a window is too low for that, what is in it scrolls.
final class LowPane extends ScrollPane {

    private static final double LOWEST = 120;
    private static final double EDGES = 2;

    private final Region content;

    /// @param content decides, by being managed, whether there is anything to see
    LowPane(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("page-scroll");
        setMinHeight(LOWEST);
        managedProperty().bind(content.managedProperty());
        visibleProperty().bind(content.managedProperty());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width < 0 ? width : width - EDGES) + EDGES;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }
}
