package org.cairn.ui.medical;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.cairn.domain.medical.BodyDrawing;
import org.cairn.domain.medical.BodyMark;
import org.cairn.domain.medical.BodyView;
import org.jspecify.annotations.Nullable;

/// One drawing of the body with numbered marks on it. It never turns round: left and right are the patient's.
final class BodyPane extends Pane {

    private static final double STEP = 0.01;
    private static final double RADIUS = 11;
    private static final double DRAGGED = 3;

    /// A mark that is shown.
    ///
    /// @param number what stands in it
    /// @param at where it is
    /// @param name what a screen reader says
    /// @param chosen whether it is the one that is written on
    record Mark(int number, BodyMark at, String name, boolean chosen) {
        @Override
        public String toString() {
            return "Mark";
        }
    }

    /// What a person does here.
    interface Doing {
        /// Points at a region where there is no mark.
        void add(BodyMark at, BodyDrawing.Region region);

        /// Puts a mark elsewhere.
        void move(int number, BodyMark to, BodyDrawing.Region region);

        /// Chooses a mark.
        void choose(int number);
    }

    private final Doing doing;
    private final Consumer<String> pointed;
    private final Group drawn = new Group();
    private final SVGPath region = new SVGPath();
    private final Scale scale = new Scale();
    private final Pane marks = new Pane();
    private BodyDrawing drawing = BodyDrawing.of(BodyView.FRONT);
    private final Label atLeft = new Label();
    private final Label atRight = new Label();
    private List<Mark> shown = List.of();

    /// @param pointed told the region the mouse is over, or an empty text
    BodyPane(Doing doing, Consumer<String> pointed) {
        this.doing = doing;
        this.pointed = pointed;
        setId("body-pane");
        getStyleClass().add("body-pane");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(false);
        drawn.getTransforms().add(scale);
        drawn.setManaged(false);
        drawn.setMouseTransparent(true);
        marks.setManaged(false);
        marks.setPickOnBounds(false);
        region.getStyleClass().add("body-region");
        for (Label side : List.of(atLeft, atRight)) {
            side.getStyleClass().add("field-help");
            side.setManaged(false);
            side.setMouseTransparent(true);
        }
        getChildren().addAll(drawn, atLeft, atRight, marks);
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> highlight(null));
        setOnMouseClicked(this::clicked);
    }

    /// Shows another side.
    void show(BodyView view, String name) {
        drawing = BodyDrawing.of(view);
        setAccessibleText(name);
        drawn.getChildren().clear();
        for (BodyDrawing.Stroke stroke : drawing.strokes()) {
            SVGPath path = new SVGPath();
            path.setContent(stroke.path().svg());
            path.getStyleClass().add("body-" + stroke.kind().name().toLowerCase(java.util.Locale.ROOT));
            drawn.getChildren().add(path);
        }
        region.setFillRule(FillRule.EVEN_ODD);
        region.setContent("");
        drawn.getChildren().add(region);
        requestLayout();
    }

    /// Says which side is which, where that is asked again and again.
    void sides(String left, String right) {
        atLeft.setText(left);
        atRight.setText(right);
        requestLayout();
    }

    BodyDrawing drawing() {
        return drawing;
    }

    /// Shows marks; those of other sides are left out.
    void marks(List<Mark> all) {
        shown = all.stream().filter(mark -> mark.at().view() == drawing.view()).toList();
        List<MarkLabel> labels = new ArrayList<>();
        shown.forEach(mark -> labels.add(new MarkLabel(mark)));
        marks.getChildren().setAll(labels);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double fits = Math.min(getWidth() / drawing.width(), getHeight() / drawing.height());
        scale.setX(fits);
        scale.setY(fits);
        drawn.setLayoutX(left());
        drawn.setLayoutY(top());
        double width = drawing.width() * fits;
        atLeft.autosize();
        atRight.autosize();
        double high = top() + drawing.height() * fits * 0.24;
        atLeft.relocate(left() + width * 0.06, high);
        atRight.relocate(left() + width * 0.94 - atRight.getWidth(), high);
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        marks.getChildren().forEach(node -> ((MarkLabel) node).place());
    }

    private double left() {
        return (getWidth() - drawing.width() * scale.getX()) / 2;
    }

    private double top() {
        return (getHeight() - drawing.height() * scale.getY()) / 2;
    }

    private Point2D share(double x, double y) {
        double width = Math.max(1, drawing.width() * scale.getX());
        double height = Math.max(1, drawing.height() * scale.getY());
        return new Point2D((x - left()) / width, (y - top()) / height);
    }

    private void point(MouseEvent event) {
        Point2D at = share(event.getX(), event.getY());
        highlight(drawing.at(at.getX(), at.getY()).orElse(null));
    }

    private void highlight(BodyDrawing.@Nullable Region under) {
        region.setContent(under == null ? "" : under.area().svg());
        pointed.accept(under == null ? "" : under.code());
    }

    private void clicked(MouseEvent event) {
        if (!event.isStillSincePress()) {
            return;
        }
        Point2D at = share(event.getX(), event.getY());
        drawing.at(at.getX(), at.getY())
                .ifPresent(found -> doing.add(new BodyMark(drawing.view(), at.getX(), at.getY()), found));
    }

    /// A numbered mark: dragged by the mouse, moved by the arrow keys.
    private final class MarkLabel extends Label {

        private final Mark mark;
        private double x;
        private double y;
        private boolean dragged;

        MarkLabel(Mark mark) {
            super(String.valueOf(mark.number()));
            this.mark = mark;
            this.x = mark.at().x();
            this.y = mark.at().y();
            setId("mark-" + mark.number());
            getStyleClass().add("body-mark");
            if (mark.chosen()) {
                getStyleClass().add("body-mark-chosen");
            }
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            setAccessibleText(mark.name());
            setMinSize(2 * RADIUS, 2 * RADIUS);
            setPrefSize(2 * RADIUS, 2 * RADIUS);
            setOnMousePressed(event -> {
                requestFocus();
                dragged = false;
                event.consume();
            });
            setOnMouseDragged(this::drag);
            setOnMouseReleased(event -> {
                event.consume();
                if (dragged) {
                    drop();
                } else {
                    doing.choose(mark.number());
                }
            });
            setOnMouseClicked(MouseEvent::consume);
            setOnKeyPressed(this::key);
        }

        void place() {
            double centreX = left() + x * drawing.width() * scale.getX();
            double centreY = top() + y * drawing.height() * scale.getY();
            resizeRelocate(centreX - RADIUS, centreY - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }

        private void drag(MouseEvent event) {
            Point2D pane = localToParent(event.getX(), event.getY());
            Point2D at = share(pane.getX(), pane.getY());
            boolean far = Math.hypot(event.getX() - RADIUS, event.getY() - RADIUS) > DRAGGED;
            dragged |= far;
            if (dragged) {
                x = Math.clamp(at.getX(), 0, 1);
                y = Math.clamp(at.getY(), 0, 1);
                place();
                highlight(drawing.at(x, y).orElse(null));
            }
            event.consume();
        }

        /// Beside the body it goes back to where it was.
        private void drop() {
            highlight(null);
            drawing.at(x, y)
                    .ifPresentOrElse(
                            found -> doing.move(mark.number(), new BodyMark(drawing.view(), x, y), found), () -> {
                                x = mark.at().x();
                                y = mark.at().y();
                                place();
                            });
        }

        private void key(KeyEvent event) {
            double by = event.isShiftDown() ? STEP * 4 : STEP;
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                doing.choose(mark.number());
            } else if (event.getCode().isArrowKey()) {
                x = Math.clamp(
                        x + (event.getCode() == KeyCode.LEFT ? -by : event.getCode() == KeyCode.RIGHT ? by : 0), 0, 1);
                y = Math.clamp(
                        y + (event.getCode() == KeyCode.UP ? -by : event.getCode() == KeyCode.DOWN ? by : 0), 0, 1);
                drop();
            } else {
                return;
            }
            event.consume();
        }
    }
}
