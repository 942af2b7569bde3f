package org.cairn.ui.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The room between the rail, the search field and the status bar. A screen that needs more height than a low window
/// has scrolls in it; nothing that is shown there ever pushes the lock, the rail or the search field off the window.
///
/// No [javafx.scene.control.ScrollPane]: that would take the keys and the keyboard from the screen in it.
final class ScreenRoom extends Region {

    private static final double AROUND = 12;

    private final Region content;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle edge = new Rectangle();

    ScreenRoom(Region content) {
        this.content = content;
        bar.setId("screen-scroll");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.setVisible(false);
        bar.valueProperty().subscribe(this::requestLayout);
        setClip(edge);
        getChildren().addAll(content, bar);
        addEventHandler(ScrollEvent.SCROLL, this::turned);
        javafx.beans.value.ChangeListener<@Nullable Node> moved = (owner, was, is) -> reveal(is);
        sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(moved);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(moved);
            }
        });
    }

    private void turned(ScrollEvent event) {
        if (bar.isVisible() && event.getDeltaY() != 0) {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
            event.consume();
        }
    }

    /// Whoever goes on with the keyboard sees where they are.
    private void reveal(@Nullable Node owner) {
        if (owner == null || !bar.isVisible() || !within(owner)) {
            return;
        }
        Bounds at = content.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
        double top = at.getMinY() - AROUND;
        double bottom = at.getMaxY() + AROUND;
        double shown = bar.getValue();
        if (top < shown || bottom - top > getHeight()) {
            bar.setValue(Math.clamp(top, 0, bar.getMax()));
        } else if (bottom > shown + getHeight()) {
            bar.setValue(Math.clamp(bottom - getHeight(), 0, bar.getMax()));
        }
    }

    private boolean within(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(content)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        edge.setWidth(width);
        edge.setHeight(height);
        boolean low = content.minHeight(width) > height + 1;
        double beside = low ? bar.prefWidth(-1) : 0;
        double needed = low ? Math.max(height, content.minHeight(width - beside)) : height;
        bar.setVisible(low);
        bar.setMax(needed - height);
        bar.setVisibleAmount(needed <= height ? 0 : bar.getMax() * height / needed);
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(height);
        if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
        content.resizeRelocate(0, -Math.round(bar.getValue()), width - beside, needed);
        bar.resizeRelocate(width - beside, 0, beside, height);
    }
}
