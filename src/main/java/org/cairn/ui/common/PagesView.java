package org.cairn.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Size;
import org.cairn.i18n.Messages;
import org.cairn.ui.pages.PdfPages;

/// The pages of a PDF below one another: each is drawn when it comes near the part that is seen.
public final class PagesView extends ScrollPane {

    private static final double GAP = 16;
    private static final double A4_WIDTH = 500;
    private static final double A4_HEIGHT = 707;

    private final Tasks tasks;
    private final Consumer<? super Throwable> otherwise;
    private final Messages shell;
    private final VBox column = new VBox(GAP);
    private final List<Leaf> leaves = new ArrayList<>();
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private int generation;

    /// @param shell the words that stand in the place of a page that is being drawn, or cannot be
    /// @param otherwise what to do when the document cannot be looked at
    public PagesView(String id, Messages shell, Tasks tasks, Consumer<? super Throwable> otherwise) {
        this.tasks = tasks;
        this.shell = shell;
        this.otherwise = otherwise;
        setId(id);
        getStyleClass().add("pages-view");
        column.getStyleClass().add("pages");
        column.getChildren().add(outline());
        setContent(column);
        setFitToWidth(true);
        zoom.addListener(any -> arrange());
        vvalueProperty().addListener(any -> drawSeen());
        viewportBoundsProperty().addListener(any -> arrange());
    }

    /// A first page before anything of the document is known.
    private Label outline() {
        Label outline = drawing();
        outline.getStyleClass().add("page-leaf");
        outline.setPrefSize(A4_WIDTH, A4_HEIGHT);
        outline.setMaxSize(A4_WIDTH, A4_HEIGHT);
        outline.setMinHeight(A4_HEIGHT);
        return outline;
    }

    private Label drawing() {
        Label drawing = new Label(shell.text("page.drawing"));
        drawing.getStyleClass().add("drawing");
        drawing.setWrapText(true);
        drawing.setTextAlignment(TextAlignment.CENTER);
        drawing.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return drawing;
    }

    /// How large pages are: 1 fits the width.
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /// Shows the pages of a document, from the first.
    public void show(PdfPages pages) {
        generation++;
        int mine = generation;
        tasks.look(
                () -> {
                    List<Size> sizes = new ArrayList<>();
                    for (int page = 1; page <= pages.count(); page++) {
                        sizes.add(pages.size(page));
                    }
                    return sizes;
                },
                sizes -> {
                    if (mine == generation) {
                        lay(pages, sizes);
                    }
                },
                otherwise);
    }

    /// Marks places on pages and shows the first of them.
    ///
    /// @param marks boxes by page, from 1
    public void mark(Map<Integer, List<Box>> marks) {
        leaves.forEach(leaf -> leaf.mark(marks.getOrDefault(leaf.page, List.of())));
        marks.keySet().stream().min(Integer::compare).ifPresent(this::goTo);
    }

    /// Shows a page.
    ///
    /// @param page from 1
    public void goTo(int page) {
        layout();
        if (page >= 1 && page <= leaves.size()) {
            double room = column.getHeight() - getViewportBounds().getHeight();
            double y = leaves.get(page - 1).getBoundsInParent().getMinY() - GAP;
            setVvalue(room <= 0 ? 0 : Math.clamp(y / room, 0, 1));
        }
    }

    private void lay(PdfPages pages, List<Size> sizes) {
        leaves.clear();
        for (int i = 0; i < sizes.size(); i++) {
            leaves.add(new Leaf(pages, i + 1, sizes.get(i)));
        }
        column.getChildren().setAll(leaves);
        setVvalue(0);
        arrange();
    }

    private void arrange() {
        double width = Math.max(80, (getViewportBounds().getWidth() - 2 * GAP) * zoom.get());
        leaves.forEach(leaf -> leaf.resizeTo(Math.min(width, 900 * zoom.get())));
        javafx.application.Platform.runLater(this::drawSeen);
    }

    private void drawSeen() {
        Bounds view = getViewportBounds();
        double top = getVvalue() * Math.max(0, column.getHeight() - view.getHeight());
        for (Leaf leaf : leaves) {
            Bounds at = leaf.getBoundsInParent();
            if (at.getMaxY() > top - view.getHeight() && at.getMinY() < top + 2 * view.getHeight()) {
                leaf.draw();
            } else {
                leaf.forget();
            }
        }
    }

    /// One page.
    private final class Leaf extends StackPane {

        private final PdfPages pages;
        private final int page;
        private final Size size;
        private final ImageView picture = new ImageView();
        private final Pane marks = new Pane();
        private final Label drawing = drawing();
        private List<Box> marked = List.of();
        private int drawnWidth;

        Leaf(PdfPages pages, int page, Size size) {
            this.pages = pages;
            this.page = page;
            this.size = size;
            getStyleClass().add("page-leaf");
            picture.setPreserveRatio(true);
            marks.setMouseTransparent(true);
            drawing.visibleProperty().bind(picture.imageProperty().isNull());
            getChildren().addAll(drawing, picture, marks);
        }

        void resizeTo(double width) {
            double height = width * size.height() / Math.max(1, size.width());
            setMinSize(width, height);
            setPrefSize(width, height);
            setMaxSize(width, height);
            picture.setFitWidth(width);
            placeMarks(width, height);
        }

        void mark(List<Box> boxes) {
            marked = boxes;
            placeMarks(getPrefWidth(), getPrefHeight());
        }

        void draw() {
            double scale =
                    getScene() == null ? 1 : Math.max(1, getScene().getWindow().getOutputScaleX());
            int width = (int) Math.round(getPrefWidth() * scale);
            if (width == drawnWidth || width <= 0) {
                return;
            }
            drawnWidth = width;
            tasks.look(
                    () -> pages.picture(page, width),
                    image -> {
                        if (drawnWidth == width) {
                            picture.setImage(image);
                        }
                    },
                    this::cannot);
        }

        private void cannot(Throwable failure) {
            if (failure instanceof NotDrawable why) {
                drawing.setText(shell.text("page.cannot." + why.reason()));
            } else {
                otherwise.accept(failure);
            }
        }

        void forget() {
            drawnWidth = 0;
            picture.setImage(null);
        }

        private void placeMarks(double width, double height) {
            marks.getChildren().clear();
            for (Box box : marked) {
                Rectangle mark =
                        new Rectangle(box.x() * width, box.y() * height, box.width() * width, box.height() * height);
                mark.getStyleClass().add("hit-mark");
                marks.getChildren().add(mark);
            }
            marks.applyCss(); // added during layout they would stay black
        }
    }
}
