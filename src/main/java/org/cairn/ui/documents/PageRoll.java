package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Size;
import org.cairn.ui.documents.DrawingLine.Wish;
import org.cairn.ui.documents.OpenPages.Drawn;
import org.cairn.ui.documents.OpenPages.Goal;
import org.jspecify.annotations.Nullable;

/// All pages of a file one below another. Only those that are seen, and their neighbours, are there at all; the seen
/// ones are drawn first.
public final class PageRoll extends ScrollPane {

    private static final int AHEAD = 2;
    private static final int BEHIND = 1;
    private static final double LARGER = 1.25;
    /// This much of what is seen stays above a place that somebody goes to.
    private static final double ABOVE = 0.3;

    private final OpenPages pages;
    private final IntFunction<String> name;
    private final String waiting;
    private final Function<NotDrawable, String> why;
    private final Pane surface = new Pane();
    private final Map<Integer, PageLeaf> leaves = new LinkedHashMap<>();
    private PageColumn column = new PageColumn(List.of(), Zoom.FIT_WIDTH, 0, 1, 1);
    private boolean laying;

    /// @param name what a page is called
    /// @param waiting what is said in the place of a page that is being drawn
    /// @param why says why a page cannot be drawn
    public PageRoll(
            String id, OpenPages pages, IntFunction<String> name, String waiting, Function<NotDrawable, String> why) {
        this.pages = pages;
        this.name = name;
        this.waiting = waiting;
        this.why = why;
        setId(id);
        getStyleClass().addAll("page-desk", "page-roll");
        setAccessibleRole(AccessibleRole.SCROLL_PANE);
        surface.getStyleClass().add("page-surface");
        surface.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setContent(surface);
        setVbarPolicy(ScrollBarPolicy.ALWAYS);
        new WordMarking(this, pages);
        addEventFilter(ScrollEvent.SCROLL, this::wheel);
        viewportBoundsProperty().subscribe((from, to) -> {
            if (from == null || from.getWidth() != to.getWidth() || from.getHeight() != to.getHeight()) {
                lay();
            }
        });
        vvalueProperty().subscribe(this::look);
        pages.shapeProperty().subscribe(this::lay);
        pages.zoomProperty().subscribe(this::lay);
        pages.turnProperty().subscribe(this::lay);
        pages.goalProperty().subscribe(this::reach);
        pages.marksKnownProperty().subscribe(this::mark);
        pages.selectionProperty().subscribe(this::choose);
        pages.watch(this::came);
        pages.countProperty().subscribe(this::forgetOther);
    }

    /// Once a file is let go of, its pictures are not those of the next one.
    private void forgetOther(Number count) {
        if (count.intValue() == 0) {
            leaves.values().forEach(PageLeaf::forget);
            leaves.clear();
            surface.getChildren().clear();
        }
    }

    /// What is seen of the pages, for whoever marks words on them.
    Map<Integer, PageLeaf> leaves() {
        return leaves;
    }

    /// Larger, in steps.
    public void larger() {
        zoomTo(percent() * LARGER);
    }

    /// Smaller, in steps.
    public void smaller() {
        zoomTo(percent() / LARGER);
    }

    /// How large the page looked at is, in percent of its paper.
    public double percent() {
        int page = pages.pageProperty().get();
        return page < 1 || page > column.count()
                ? 100
                : column.percent(
                        page, pages.sizes().get(page - 1), pages.turnProperty().get());
    }

    private void zoomTo(double percent) {
        pages.zoomProperty().set(Zoom.percent(percent));
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            zoomTo(event.getDeltaY() > 0 ? percent() * 1.1 : percent() / 1.1);
            event.consume();
        } else if (!event.isShiftDown() && event.getDeltaY() != 0 && room() > 0) {
            // as far for a file of thousands as for one of three
            setVvalue(Math.clamp(getVvalue() - 1.4 * event.getDeltaY() / room(), 0, 1));
            event.consume();
        }
    }

    /// Moves on by what is seen at once, less a little that stays in sight.
    public void screen(int by) {
        if (room() > 0) {
            setVvalue(Math.clamp(getVvalue() + by * 0.9 * getViewportBounds().getHeight() / room(), 0, 1));
        }
    }

    private double room() {
        return column.height() - getViewportBounds().getHeight();
    }

    private double top() {
        return Math.max(0, room()) * getVvalue();
    }

    private void lay() {
        double across = getViewportBounds().getWidth();
        double down = getViewportBounds().getHeight();
        if (across <= 0 || down <= 0 || laying) {
            return;
        }
        laying = true;
        // where one looks stays where one looks
        double middle = top() + down * ABOVE;
        int anchor = pages.pageProperty().get();
        boolean kept = anchor >= 1
                && anchor <= column.count()
                && column.count() == pages.sizes().size();
        double share = kept ? (middle - column.top(anchor)) / column.height(anchor) : 0;
        column = new PageColumn(
                pages.sizes(), pages.zoomProperty().get(), pages.turnProperty().get(), across, down);
        surface.setMinSize(column.width(), Math.max(down, column.height()));
        surface.setPrefSize(column.width(), Math.max(down, column.height()));
        surface.setMaxSize(column.width(), Math.max(down, column.height()));
        setHbarPolicy(column.width() > across ? ScrollBarPolicy.ALWAYS : ScrollBarPolicy.NEVER);
        layout();
        if (kept) {
            scrollTo(column.top(anchor) + share * column.height(anchor) - down * ABOVE);
        } else {
            reach(pages.goalProperty().get());
        }
        laying = false;
        look();
    }

    private void scrollTo(double y) {
        setVvalue(room() <= 0 ? 0 : Math.clamp(y / room(), 0, 1));
    }

    private void reach(@Nullable Goal goal) {
        if (goal == null || goal.page() > column.count()) {
            return;
        }
        Box part = goal.part();
        double top = column.top(goal.page());
        if (part == null || pages.turnProperty().get() != 0) {
            scrollTo(top - PageColumn.GAP);
        } else {
            double y = top + part.y() * column.height(goal.page());
            if (y < top() || y > top() + getViewportBounds().getHeight() * 0.9) {
                scrollTo(y - getViewportBounds().getHeight() * ABOVE);
            }
            if (column.width() > getViewportBounds().getWidth()) {
                double x = column.left(goal.page()) + part.x() * column.width(goal.page());
                setHvalue(Math.clamp(x / column.width(), 0, 1));
            }
        }
        if (!laying) {
            look();
        }
    }

    /// Sees to it that what is seen is there, and asks for its pictures.
    private void look() {
        if (laying || column.count() == 0) {
            if (column.count() == 0) {
                leaves.clear();
                surface.getChildren().clear();
            }
            return;
        }
        double top = top();
        double down = getViewportBounds().getHeight();
        int first = column.at(top);
        int last = column.at(top + down);
        int here = column.at(top + down * ABOVE);
        place(Math.max(1, first - BEHIND), Math.min(column.count(), last + AHEAD));
        pages.seen(here);
        want(here, first, last);
        mark();
        choose();
    }

    private void place(int from, int to) {
        leaves.values().removeIf(leaf -> {
            boolean gone = leaf.page() < from || leaf.page() > to;
            if (gone) {
                leaf.forget();
                surface.getChildren().remove(leaf);
            }
            return gone;
        });
        for (int page = from; page <= to; page++) {
            PageLeaf leaf = leaves.computeIfAbsent(page, number -> {
                PageLeaf fresh = new PageLeaf(number, name.apply(number), waiting);
                surface.getChildren().add(fresh);
                return fresh;
            });
            leaf.lay(
                    column.left(page),
                    column.top(page),
                    column.width(page),
                    column.height(page),
                    pages.turnProperty().get());
        }
    }

    private void want(int here, int first, int last) {
        List<Integer> order = new ArrayList<>(List.of(here));
        for (int page = first; page <= last; page++) {
            order.add(page);
        }
        for (int page = last + 1; page <= last + AHEAD; page++) {
            order.add(page);
        }
        for (int page = first - 1; page >= first - BEHIND; page--) {
            order.add(page);
        }
        double scale = scale();
        pages.want(order.stream()
                .distinct()
                .flatMap(page -> Stream.ofNullable(leaves.get(page)))
                .map(leaf -> new Wish(leaf.page(), leaf.widthNeeded(scale)))
                .toList());
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
    }

    private void came(Drawn drawn) {
        PageLeaf leaf = leaves.get(drawn.page());
        if (leaf == null) {
            return;
        }
        NotDrawable not = drawn.why();
        if (drawn.image() != null) {
            leaf.show(drawn.image(), drawn.width(), leaf.widthNeeded(scale()));
        } else if (not != null) {
            leaf.cannot(why.apply(not));
        }
    }

    private void mark() {
        leaves.values().forEach(leaf -> leaf.mark(pages.marks(leaf.page()), pages.here(leaf.page())));
    }

    private void choose() {
        WordSelection marked = pages.selectionProperty().get();
        for (PageLeaf leaf : leaves.values()) {
            if (marked == null) {
                leaf.choose(List.of());
            } else {
                pages.words(leaf.page(), words -> leaf.choose(WordSelection.boxes(marked.on(leaf.page(), words))));
            }
        }
    }

    /// What is seen is asked for once more; for a window that was hidden meanwhile.
    public void refresh() {
        Platform.runLater(this::lay);
    }

    /// Where the paper of a page stands.
    Size paper(int page) {
        return pages.sizes().get(page - 1);
    }
}
