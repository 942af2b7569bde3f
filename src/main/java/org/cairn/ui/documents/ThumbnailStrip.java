package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.cairn.drawing.Size;
import org.cairn.ui.documents.DrawingLine.Wish;
import org.cairn.ui.documents.OpenPages.Drawn;
import org.jspecify.annotations.Nullable;

/// All pages small, one below another: drawn when they come into sight, after the pages that are looked at.
public final class ThumbnailStrip extends ListView<Integer> {

    private static final int ACROSS = 96;
    private static final double ROOM = 150;

    private final OpenPages pages;
    private final IntFunction<String> name;
    private final Set<Small> cells = new HashSet<>();
    private boolean following;
    private boolean asking;

    /// @param name what a page is called
    public ThumbnailStrip(String id, OpenPages pages, String title, IntFunction<String> name) {
        this.pages = pages;
        this.name = name;
        setId(id);
        getStyleClass().add("thumbnails");
        setAccessibleText(title);
        setPrefWidth(ROOM);
        setMinWidth(ROOM);
        setMaxWidth(ROOM);
        setCellFactory(list -> new Small());
        pages.shapeProperty().subscribe(this::fill);
        pages.pageProperty().subscribe(this::follow);
        pages.watch(this::came);
        getSelectionModel().selectedItemProperty().subscribe((from, to) -> {
            if (to != null && !following && to != pages.pageProperty().get()) {
                pages.go(to);
            }
        });
        visibleProperty().subscribe(this::askSoon);
    }

    private void fill() {
        int count = pages.countProperty().get();
        if (getItems().size() != count) {
            setItems(FXCollections.observableList(
                    IntStream.rangeClosed(1, count).boxed().toList()));
            follow();
        }
    }

    private void follow() {
        int page = pages.pageProperty().get();
        if (page < 1 || page > getItems().size()) {
            return;
        }
        following = true;
        getSelectionModel().select(page - 1);
        if (!isFocused()) {
            scrollTo(Math.max(0, page - 2));
        }
        following = false;
    }

    private void came(Drawn drawn) {
        if (drawn.image() != null) {
            cells.stream().filter(cell -> cell.shows(drawn)).forEach(cell -> cell.picture.setImage(drawn.image()));
        }
    }

    /// Asks for what is in sight, once for all cells that come into it together.
    private void askSoon() {
        if (!asking) {
            asking = true;
            Platform.runLater(() -> {
                asking = false;
                List<Wish> wishes = new ArrayList<>();
                if (isVisible()) {
                    cells.stream()
                            .filter(cell -> cell.getItem() != null && cell.picture.getImage() == null)
                            .forEach(cell -> wishes.add(new Wish(cell.getItem(), cell.width())));
                }
                pages.wantSmall(wishes);
            });
        }
    }

    /// A page, small, with its number.
    private final class Small extends ListCell<Integer> {

        private final ImageView picture = new ImageView();
        private final StackPane paper = new StackPane(picture);

        Small() {
            paper.getStyleClass().add("page-leaf");
            setContentDisplay(ContentDisplay.TOP);
            setAlignment(Pos.CENTER);
            setGraphicTextGap(4);
            cells.add(this);
        }

        boolean shows(Drawn drawn) {
            Integer page = getItem();
            return page != null && page == drawn.page() && drawn.width() == width();
        }

        int width() {
            return ACROSS;
        }

        @Override
        protected void updateItem(@Nullable Integer page, boolean nothing) {
            super.updateItem(page, nothing);
            picture.setImage(null);
            if (page == null || nothing || page > pages.sizes().size()) {
                setGraphic(null);
                setText(null);
                return;
            }
            Size size = pages.sizes().get(page - 1);
            double across = Math.min(ACROSS, 1.4 * ACROSS * size.width() / Math.max(1, size.height()));
            double down = across * size.height() / Math.max(1, size.width());
            paper.setMinSize(across, down);
            paper.setMaxSize(across, down);
            picture.setFitWidth(across);
            picture.setFitHeight(down);
            setText(String.valueOf(page));
            setAccessibleText(name.apply(page));
            setGraphic(paper);
            askSoon();
        }
    }
}
