package org.cairn.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two things beside one another, the second below the first where there is no room for both: no window is so narrow,
/// and no language so long, that words are cut or stand one letter below another.
public final class Beside extends Pane {

    /// Which of the two takes the room that is left.
    public enum Grows {
        FIRST,
        SECOND
    }

    private static final double BELOW = 8;

    private final double gap;
    private final Region first;
    private final Region second;
    private final Grows grows;
    private final double least;

    /// @param gap between the two, in pixels
    /// @param least the width in pixels that the one which grows must have to stand beside the other
    public Beside(double gap, Region first, Region second, Grows grows, double least) {
        this.gap = gap;
        this.first = first;
        this.second = second;
        this.grows = grows;
        this.least = least;
        getChildren().addAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private Region steady() {
        return grows == Grows.FIRST ? second : first;
    }

    private Region growing() {
        return grows == Grows.FIRST ? first : second;
    }

    /// As wide as it is, or nothing where it is not shown.
    private static double wide(Region region) {
        return region.isManaged() ? region.prefWidth(-1) : 0;
    }

    private static double high(Region region, double width) {
        return region.isManaged() ? region.prefHeight(width) : 0;
    }

    private double between() {
        return first.isManaged() && second.isManaged() && wide(steady()) > 0 ? gap : 0;
    }

    private double left(double width) {
        return width - wide(steady()) - between();
    }

    private boolean together(double width) {
        return left(width) >= Math.min(least, wide(growing()));
    }

    private double inner(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return wide(first)
                + between()
                + wide(second)
                + getInsets().getLeft()
                + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = inner(width < 0 ? computePrefWidth(-1) : width);
        double edges = getInsets().getTop() + getInsets().getBottom();
        if (together(room)) {
            return edges + Math.max(high(steady(), wide(steady())), high(growing(), left(room)));
        }
        double below = first.isManaged() && second.isManaged() ? BELOW : 0;
        return edges + high(first, room) + below + high(second, room);
    }

    @Override
    protected void layoutChildren() {
        double room = inner(getWidth());
        double x = getInsets().getLeft();
        double y = getInsets().getTop();
        if (together(room)) {
            double height = getHeight() - y - getInsets().getBottom();
            double widthOfFirst = grows == Grows.FIRST ? left(room) : wide(first);
            place(first, x, y, widthOfFirst, height);
            place(second, x + widthOfFirst + between(), y, room - widthOfFirst - between(), height);
        } else {
            double height = high(first, room);
            place(first, x, y, room, height);
            place(second, x, y + height + BELOW, room, high(second, room));
        }
    }

    /// In the middle of the height there is.
    private static void place(Region region, double x, double y, double width, double height) {
        double own = Math.min(height, high(region, width));
        region.resizeRelocate(x, y + Math.round((height - own) / 2), width, own);
    }
}
