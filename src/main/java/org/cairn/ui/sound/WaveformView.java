package org.cairn.ui.sound;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.cairn.audio.Waveform;
import org.cairn.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A recording as a line of loudness, with where one is in it and where things are said. A click goes there.
final class WaveformView extends Region {

    private static final double HIGH = 64;
    private static final double STEP = 3;

    private final PlayerViewModel model;
    private final Messages own;
    private final Path heard = new Path();
    private final Path unheard = new Path();
    private final Path marks = new Path();
    private final Region cursor = new Region();
    private final ObservableList<Integer> seconds = FXCollections.observableArrayList();

    WaveformView(PlayerViewModel model, Messages own) {
        this.model = model;
        this.own = own;
        setId("waveform");
        getStyleClass().add("waveform");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMinHeight(HIGH);
        setPrefHeight(HIGH);
        setAccessibleRole(AccessibleRole.SLIDER);
        heard.getStyleClass().add("waveform-heard");
        unheard.getStyleClass().add("waveform-unheard");
        marks.getStyleClass().add("waveform-marks");
        cursor.getStyleClass().add("waveform-cursor");
        for (var part : List.of(unheard, heard, marks, cursor)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        getChildren().addAll(unheard, heard, marks, cursor);
        setOnMousePressed(event ->
                model.goTo(event.getX() / getWidth() * model.secondsProperty().get()));
        setOnMouseDragged(event ->
                model.goTo(event.getX() / getWidth() * model.secondsProperty().get()));
        model.waveformProperty().subscribe(this::requestLayout);
        model.positionProperty().subscribe(this::move);
        seconds.subscribe(this::requestLayout);
    }

    /// The seconds at which something is said that is written down.
    ObservableList<Integer> marks() {
        return seconds;
    }

    @Override
    protected void layoutChildren() {
        heard.getElements().clear();
        unheard.getElements().clear();
        marks.getElements().clear();
        @Nullable Waveform known = model.waveformProperty().get();
        if (known != null) {
            draw(known);
        }
        for (int second : seconds) {
            double x = at(second);
            marks.getElements().addAll(new MoveTo(x, 0), new LineTo(x, 7));
        }
        move();
    }

    private void draw(Waveform known) {
        double middle = getHeight() / 2;
        double now = at(model.positionProperty().get());
        for (double x = 1; x < getWidth(); x += STEP) {
            float peak = loudest(known, x / getWidth(), (x + STEP) / getWidth());
            double half = Math.max(0.5, Math.sqrt(peak) * (middle - 3));
            List<PathElement> to = x <= now ? heard.getElements() : unheard.getElements();
            to.add(new MoveTo(x, middle - half));
            to.add(new LineTo(x, middle + half));
        }
    }

    private static float loudest(Waveform known, double from, double until) {
        float[] peaks = known.peaks();
        float loudest = 0;
        for (int i = (int) (from * peaks.length); i <= Math.min(peaks.length - 1, until * peaks.length); i++) {
            loudest = Math.max(loudest, peaks[i]);
        }
        return loudest;
    }

    private double at(double second) {
        double all = model.secondsProperty().get();
        return all <= 0 ? 0 : second / all * getWidth();
    }

    private void move() {
        double x = at(model.positionProperty().get());
        cursor.resizeRelocate(Math.clamp(x - 1, 0, Math.max(0, getWidth() - 2)), 0, 2, getHeight());
        setAccessibleText(own.text(
                "player.position",
                Clock.of(model.positionProperty().get()),
                Clock.of(model.secondsProperty().get())));
        boolean crossed =
                !heard.getElements().isEmpty() || !unheard.getElements().isEmpty();
        if (crossed && Math.abs(x - drawnTo()) > STEP) {
            requestLayout();
        }
    }

    private double drawnTo() {
        return heard.getElements().isEmpty()
                ? 0
                : ((MoveTo) heard.getElements().get(heard.getElements().size() - 2)).getX();
    }
}
