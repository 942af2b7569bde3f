package org.cairn.ui.welcome;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Ellipse;

/// Stones laid on one another: what people leave where someone must not be forgotten.
final class CairnMark extends Pane {

    CairnMark() {
        getStyleClass().add("cairn-mark");
        setMouseTransparent(true);
        setPrefSize(72, 72);
        setMinSize(72, 72);
        setMaxSize(72, 72);
        getChildren().addAll(stone(36, 62, 32, 9), stone(38, 44, 23, 8), stone(34, 28, 16, 7), stone(37, 14, 9, 5.5));
    }

    private static Ellipse stone(double x, double y, double across, double down) {
        Ellipse stone = new Ellipse(x, y, across, down);
        stone.getStyleClass().add("stone");
        return stone;
    }
}
