package org.cairn.ui.documents;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.cairn.drawing.Box;
import org.jspecify.annotations.Nullable;

/// One page or picture on a desk: fitted to the width or larger, turned by quarters, with boxes around what is sought.
///
/// It asks for a picture of the width it needs and shows it once it comes; until then the page's outline stands there
/// with a quiet word. The first box is scrolled into view.
public final class PageSheet extends ScrollPane {

    /// So many pixels between the sheet and the edge of the desk.
    private static final double EDGE = 16;

    private static final double WIDEST = 1000;
    private static final double LEAST = 0.25;
    private static final double MOST = 6;
    /// A click is no part of a page.
    private static final double LEAST_PART = 0.002;

    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final IntegerProperty turn = new SimpleIntegerProperty(0);
    private final ImageView picture = new ImageView();
    private final Pane boxes = new Pane();
    private final Pane covers = new Pane();
    private final Label drawing = new Label();
    private final Pane leaf = new Pane(picture, drawing, covers, boxes);
    private final StackPane place = new StackPane(leaf);
    private final Rectangle chosen = new Rectangle();
    private final ObjectProperty<@Nullable Box> selected = new SimpleObjectProperty<>();
    private Point2D from = Point2D.ZERO;
    private final Consumer<Integer> ask;
    private final String waiting;
    private List<Box> marked = List.of();
    private List<Box> covered = List.of();
    /// A sheet of A4 while nobody knows better.
    private double across = 210;

    private double down = 297;
    private boolean firstMarkShown = true;

    /// @param waiting what is said in the place of a page that is being drawn
    /// @param ask asked for a picture so many pixels wide; [#picture] brings it
    public PageSheet(String id, String name, String waiting, Consumer<Integer> ask) {
        this.ask = ask;
        setId(id);
        getStyleClass().add("page-desk");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        leaf.getStyleClass().add("page-leaf");
        // a page is never mirrored, whatever the language of the window
        leaf.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        this.waiting = waiting;
        drawing.setText(waiting);
        drawing.setWrapText(true);
        drawing.setTextAlignment(TextAlignment.CENTER);
        drawing.setId(id + "-drawing");
        drawing.getStyleClass().add("drawing");
        drawing.setMouseTransparent(true);
        drawing.visibleProperty().bind(picture.imageProperty().isNull());
        boxes.setMouseTransparent(true);
        covers.setMouseTransparent(true);
        picture.setSmooth(true);
        StackPane desk = new StackPane(place);
        desk.getStyleClass().add("page-desk-top");
        setContent(desk);
        setFitToWidth(true);
        setFitToHeight(true);
        setPannable(true);
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                zoomBy(event.getDeltaY() > 0 ? 1.1 : 1 / 1.1);
                event.consume();
            }
        });
        // a bar that comes and goes with the height would change the width, and that the height again
        setVbarPolicy(ScrollBarPolicy.ALWAYS);
        viewportBoundsProperty().subscribe(this::lay);
        zoom.subscribe(this::lay);
        turn.subscribe(this::lay);
    }

    /// Covers parts of the page, through which it is still seen: what will be blacked out.
    public void cover(List<Box> parts) {
        covered = List.copyOf(parts);
        mark();
    }

    /// Is told once a part was marked out and the mouse let go.
    public PageSheet onChosen(Consumer<Box> told) {
        leaf.setOnMouseReleased(event -> {
            Box part = selected.get();
            if (part != null && part.width() > LEAST_PART && part.height() > LEAST_PART) {
                choose(null);
                told.accept(part);
            }
        });
        return this;
    }

    /// Lets a part of the page be marked out with the mouse, for its text to be copied.
    public PageSheet selectable() {
        setPannable(false); // the same gesture
        chosen.getStyleClass().add("selection-mark");
        chosen.setMouseTransparent(true);
        chosen.setManaged(false);
        leaf.getChildren().add(chosen);
        leaf.setCursor(Cursor.CROSSHAIR);
        leaf.setOnMousePressed(event -> {
            requestFocus();
            from = new Point2D(event.getX(), event.getY());
            choose(null);
        });
        leaf.setOnMouseDragged(event -> choose(part(event.getX(), event.getY())));
        selected.subscribe(this::frame);
        return this;
    }

    /// The part that is marked out, or null.
    public ObjectProperty<@Nullable Box> selectedProperty() {
        return selected;
    }

    private void choose(@Nullable Box part) {
        selected.set(part);
    }

    private Box part(double toX, double toY) {
        double width = Math.max(1, leaf.getPrefWidth());
        double height = Math.max(1, leaf.getPrefHeight());
        double left = Math.clamp(Math.min(from.getX(), toX) / width, 0, 1);
        double top = Math.clamp(Math.min(from.getY(), toY) / height, 0, 1);
        double right = Math.clamp(Math.max(from.getX(), toX) / width, 0, 1);
        double bottom = Math.clamp(Math.max(from.getY(), toY) / height, 0, 1);
        return new Box(left, top, right - left, bottom - top);
    }

    private void frame() {
        Box part = selected.get();
        chosen.setVisible(part != null);
        if (part != null) {
            double width = leaf.getPrefWidth();
            double height = leaf.getPrefHeight();
            chosen.setX(part.x() * width);
            chosen.setY(part.y() * height);
            chosen.setWidth(part.width() * width);
            chosen.setHeight(part.height() * height);
        }
    }

    /// How large it is: 1 fits the width.
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /// Larger or smaller, within reason.
    public void zoomBy(double factor) {
        zoom.set(Math.clamp(zoom.get() * factor, LEAST, MOST));
    }

    /// By how many quarters it is turned to the right, 0 to 3.
    public IntegerProperty turnProperty() {
        return turn;
    }

    /// Turns it a quarter to the right.
    public void turnRight() {
        turn.set((turn.get() + 1) % 4);
    }

    /// Lays out an empty sheet, whose picture is then asked for.
    ///
    /// @param width and height in any unit: only their ratio counts
    /// @param marks boxes around what is sought
    public void show(double width, double height, List<Box> marks) {
        across = Math.max(1, width);
        down = Math.max(1, height);
        marked = List.copyOf(marks);
        firstMarkShown = marks.isEmpty();
        drawing.setText(waiting);
        picture.setImage(null);
        selected.set(null);
        setVvalue(0);
        setHvalue(0.5);
        lay();
    }

    /// Brings the picture that was asked for.
    public void picture(Image image) {
        picture.setImage(image);
        showFirstMark();
    }

    /// Says in the place of the page why it cannot be drawn.
    public void cannot(String why) {
        drawing.setText(why);
        picture.setImage(null);
    }

    /// Says no longer that a page is being drawn: it could not be, which is told elsewhere.
    public void giveUp() {
        drawing.setText("");
    }

    /// Changes what is boxed on the page shown.
    public void mark(List<Box> marks) {
        marked = List.copyOf(marks);
        firstMarkShown = marks.isEmpty();
        mark();
        showFirstMark();
    }

    private void lay() {
        double room = getViewportBounds().getWidth() - 2 * EDGE;
        if (room <= 0) {
            return;
        }
        boolean upright = turn.get() % 2 == 0;
        double seen = Math.floor(Math.min(room, WIDEST) * zoom.get());
        setHbarPolicy(zoom.get() <= 1 ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
        double width = upright ? seen : seen * across / down;
        leaf.setMinSize(width, width * down / across);
        leaf.setPrefSize(width, width * down / across);
        leaf.setMaxSize(width, width * down / across);
        drawing.setMinSize(width, width * down / across);
        drawing.setMaxSize(width, width * down / across);
        leaf.setRotate(90.0 * turn.get());
        double height = width * down / across;
        place.setMinSize(upright ? width : height, upright ? height : width);
        place.setMaxSize(upright ? width : height, upright ? height : width);
        picture.setFitWidth(width);
        picture.setFitHeight(width * down / across);
        mark();
        frame();
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
        ask.accept((int) Math.max(1, Math.round(width * scale)));
    }

    private void mark() {
        double width = leaf.getPrefWidth();
        double height = leaf.getPrefHeight();
        covers.getChildren()
                .setAll(covered.stream().map(box -> cover(box, width, height)).toList());
        covers.applyCss();
        boxes.getChildren()
                .setAll(marked.stream().map(box -> mark(box, width, height)).toList());
        // added while the toolkit lays out, they would stay without style: black bars over the very words sought
        boxes.applyCss();
    }

    private static Rectangle cover(Box box, double width, double height) {
        Rectangle cover = new Rectangle(box.x() * width, box.y() * height, box.width() * width, box.height() * height);
        cover.getStyleClass().add("cover-mark");
        return cover;
    }

    private static Rectangle mark(Box box, double width, double height) {
        Rectangle mark = new Rectangle(
                box.x() * width - 2, box.y() * height - 2, box.width() * width + 4, box.height() * height + 4);
        mark.setArcWidth(4);
        mark.setArcHeight(4);
        mark.getStyleClass().add("hit-mark");
        return mark;
    }

    private void showFirstMark() {
        if (firstMarkShown || turn.get() != 0 || marked.isEmpty()) {
            return;
        }
        double height = leaf.getPrefHeight() + 2 * EDGE;
        double view = getViewportBounds().getHeight();
        double top = marked.getFirst().y() * leaf.getPrefHeight() + EDGE - view / 3;
        firstMarkShown = true;
        setVvalue(height <= view ? 0 : Math.clamp(top / (height - view), 0, 1));
    }
}
