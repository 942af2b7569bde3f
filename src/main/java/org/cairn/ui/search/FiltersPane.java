package org.cairn.ui.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// What narrows a search, each with how much it leaves.
final class FiltersPane extends VBox {

    private static final int MOST_VALUES = 12;

    private final Words words;
    private final Messages own;
    private final SearchViewModel model;
    private final VBox facets = new VBox(14);
    private final YearBars bars;
    private final DaysPane days;
    private final Button widen;

    FiltersPane(Words words, SearchViewModel model) {
        this.words = words;
        this.own = words.of("search");
        this.model = model;
        this.bars = new YearBars(own, this::years);
        this.days = new DaysPane(words, model);
        setId("filters");
        setSpacing(14);
        widen = Glyphs.button("filters-none", own.text("filters.none"), model::widen);
        getChildren().addAll(facets, yearFields(), widen);
        model.answerProperty().subscribe(this::show);
    }

    private void show(@Nullable SearchAnswer answer) {
        widen.setVisible(model.narrowed());
        if (answer == null) {
            return;
        }
        facets.getChildren().clear();
        for (String facet : SearchViewModel.FACETS) {
            Map<String, Long> counts = answer.facets().getOrDefault(facet, Map.of());
            List<String> values = values(facet, counts);
            if (!values.isEmpty()) {
                facets.getChildren().add(facet(facet, values, counts));
            }
        }
        bars.show(answer.facets().getOrDefault("year", Map.of()));
        days.show();
    }

    /// The commonest values, and every one that is ticked whether it leaves anything or not.
    private List<String> values(String facet, Map<String, Long> counts) {
        Comparator<Map.Entry<String, Long>> most = Map.Entry.comparingByValue(Comparator.reverseOrder());
        Stream<String> common = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().isBlank())
                .sorted(most.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey);
        Set<String> ticked = new TreeSet<>(model.ticked(facet));
        return Stream.concat(common, ticked.stream()).distinct().toList();
    }

    private Node facet(String facet, List<String> values, Map<String, Long> counts) {
        VBox box = new VBox(5, heading(own.text("filter." + facet)));
        for (String value : values) {
            CheckBox tick = new CheckBox(name(facet, value));
            tick.setId("filter-" + facet + "-" + value);
            tick.setSelected(model.ticked(facet, value));
            tick.setMinWidth(0);
            tick.setTooltip(new Tooltip(tick.getText())); // a long name is cut
            tick.setOnAction(event -> model.tick(facet, value, tick.isSelected()));
            Label count = new Label(words.number(counts.getOrDefault(value, 0L)));
            count.getStyleClass().add("quiet");
            count.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(4, tick, Headed.room(), count);
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(row);
        }
        return box;
    }

    private Node yearFields() {
        return new VBox(6, heading(own.text("filter.year")), bars, days);
    }

    private void years(int first, int last) {
        model.fromProperty().set(Optional.of(year(first)));
        model.toProperty().set(Optional.of(year(last)));
        model.run();
    }

    private static FuzzyDate year(int year) {
        return FuzzyDate.parse(String.format(java.util.Locale.ROOT, "%04d", year));
    }

    private String name(String facet, String value) {
        return switch (facet) {
            case "kind" -> own.text("kind." + value);
            case "language" -> words.language(new LanguageTag(value));
            case "protection" -> words.protection(Protection.valueOf(value));
            default -> ResultCell.type(words, value);
        };
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-name");
        return label;
    }
}
