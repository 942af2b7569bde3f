package org.cairn.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cairn.i18n.Messages;

/// How much was found of each year: press on one year and let go on another to narrow to those between.
final class YearBars extends HBox {

    private static final double TALL = 44;
    private static final int MOST_YEARS = 60;
    private static final double WIDEST = 20;

    private final Messages own;
    private final List<Integer> years = new ArrayList<>();
    private int pressed;

    /// @param chosen called with the first and last year
    YearBars(Messages own, BiConsumer<Integer, Integer> chosen) {
        super(1);
        this.own = own;
        setId("year-bars");
        getStyleClass().add("year-bars");
        setAlignment(Pos.BOTTOM_LEFT);
        setMinHeight(TALL);
        setAccessibleText(own.text("filter.year"));
        setOnMousePressed(event -> pressed = at(event.getX()));
        setOnMouseReleased(event -> {
            int released = at(event.getX());
            if (!years.isEmpty()) {
                chosen.accept(years.get(Math.min(pressed, released)), years.get(Math.max(pressed, released)));
            }
        });
    }

    void show(Map<String, Long> counts) {
        TreeMap<Integer, Long> byYear = new TreeMap<>();
        counts.forEach((year, count) -> {
            if (year.matches("\\d{4}")) {
                byYear.put(Integer.valueOf(year), count);
            }
        });
        years.clear();
        getChildren().clear();
        setManaged(!byYear.isEmpty());
        if (byYear.isEmpty()) {
            return;
        }
        int last = byYear.lastKey();
        int first = Math.max(byYear.firstKey(), last - MOST_YEARS + 1);
        long most = byYear.values().stream().mapToLong(Long::longValue).max().orElse(1);
        for (int year = first; year <= last; year++) {
            years.add(year);
            getChildren().add(bar(year, byYear.getOrDefault(year, 0L), most));
        }
    }

    private Region bar(int year, long count, long most) {
        Region bar = new Region();
        bar.setId("year-" + year);
        bar.getStyleClass().add(count == 0 ? "year-none" : "year-bar");
        double height = count == 0 ? 2 : 4 + (TALL - 4) * count / most;
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        bar.setMinWidth(2);
        bar.setMaxWidth(WIDEST);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Tooltip.install(bar, new Tooltip(own.text("filter.yearCount", String.valueOf(year), count)));
        return bar;
    }

    private int at(double x) {
        double whole = getChildren().isEmpty()
                ? 1
                : getChildren().getLast().getBoundsInParent().getMaxX();
        return years.isEmpty() ? 0 : (int) Math.clamp(x / Math.max(1, whole) * years.size(), 0, years.size() - 1);
    }
}
