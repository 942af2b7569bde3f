package org.cairn.ui.documents;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.cairn.drawing.Box;
import org.jspecify.annotations.Nullable;

/// One page among others: its picture, boxes around what is sought, bars over what is marked out.
final class PageLeaf extends StackPane {

    private final int page;
    private final ImageView picture = new ImageView();
    private final Pane marked = new Pane();
    private final Pane boxes = new Pane();
    private final Label saying = new Label();
    private final Pane sheet = new Pane(picture, saying, marked, boxes);
    private List<Box> sought = List.of();
    private List<Box> here = List.of();
    private List<Box> chosen = List.of();
    private int drawnWidth;

    PageLeaf(int page, String name, String waiting) {
        this.page = page;
        setId("leaf-" + page);
        getStyleClass().add("page-place");
        sheet.getStyleClass().add("page-leaf");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        // a page is never mirrored, whatever the language of the window
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        saying.setText(waiting);
        saying.setWrapText(true);
        saying.setTextAlignment(TextAlignment.CENTER);
        saying.getStyleClass().add("drawing");
        saying.visibleProperty().bind(picture.imageProperty().isNull());
        picture.setSmooth(true);
        marked.setMouseTransparent(true);
        boxes.setMouseTransparent(true);
        setManaged(false);
        getChildren().add(sheet);
    }

    int page() {
        return page;
    }

    /// The page itself, upright: where its places are measured.
    Pane sheet() {
        return sheet;
    }

    /// Lays it into a place, turned by quarters.
    void lay(double x, double y, double width, double height, int turn) {
        resizeRelocate(x, y, width, height);
        boolean upright = turn % 2 == 0;
        double across = upright ? width : height;
        double down = upright ? height : width;
        sheet.setMinSize(across, down);
        sheet.setPrefSize(across, down);
        sheet.setMaxSize(across, down);
        sheet.setRotate(90.0 * turn);
        saying.setMinSize(across, down);
        saying.setMaxSize(across, down);
        picture.setFitWidth(across);
        picture.setFitHeight(down);
        frame();
    }

    /// How wide its picture must be, in pixels of the screen.
    int widthNeeded(double scale) {
        return (int) Math.max(1, Math.round(sheet.getPrefWidth() * scale));
    }

    /// Shows a picture, unless a better one is there.
    void show(Image image, int width, int needed) {
        if (drawnWidth != needed) {
            picture.setImage(image);
            drawnWidth = width;
        }
    }

    void cannot(String why) {
        if (picture.getImage() == null) {
            saying.setText(why);
        }
    }

    /// Whether anything of it is seen.
    boolean drawn() {
        return picture.getImage() != null;
    }

    /// @param looked those among them that are looked at
    void mark(List<Box> places, List<Box> looked) {
        if (!places.equals(sought) || !looked.equals(here)) {
            sought = places;
            here = looked;
            frame();
        }
    }

    void choose(List<Box> places) {
        if (!places.equals(chosen)) {
            chosen = places;
            frame();
        }
    }

    private void frame() {
        boxes.getChildren()
                .setAll(sought.stream()
                        .map(box -> bar(box, 2, here.contains(box) ? "hit-here" : "hit-mark"))
                        .toList());
        marked.getChildren()
                .setAll(chosen.stream().map(box -> bar(box, 0, "word-mark")).toList());
        // added while the toolkit lays out, they would stay without style: black bars over the very words
        boxes.applyCss();
        marked.applyCss();
    }

    private Rectangle bar(Box box, double around, String style) {
        double across = sheet.getPrefWidth();
        double down = sheet.getPrefHeight();
        Rectangle bar = new Rectangle(
                box.x() * across - around,
                box.y() * down - around,
                box.width() * across + 2 * around,
                box.height() * down + 2 * around);
        bar.setArcWidth(2 * around);
        bar.setArcHeight(2 * around);
        bar.getStyleClass().add(style);
        return bar;
    }

    /// Lets go of its picture.
    void forget() {
        picture.setImage((@Nullable Image) null);
    }
}
