package org.cairn.ui.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.AskedSearch;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.Fitted;
import org.cairn.ui.documents.FittedCell;
import org.jspecify.annotations.Nullable;

/// A search that was written down: the line of the ledger, when, who, what was asked and what narrowed it, and how much
/// was found for whoever may know that.
final class AskedCell extends FittedCell<@Nullable AskedSearch> {

    private static final int SIDES = 48;
    /// Of a list of terms; the rest are counted.
    private static final int MOST_TERMS = 12;

    private final Words words;
    private final Messages area;
    private final ListView<?> list;

    AskedCell(Words words, ListView<?> list) {
        this.words = words;
        this.area = words.of("custody");
        this.list = list;
    }

    @Override
    protected void updateItem(@Nullable AskedSearch search, boolean nothing) {
        super.updateItem(search, nothing);
        setText(null);
        setGraphic(search == null || nothing ? null : shown(search));
        setAccessibleText(
                search == null || nothing
                        ? null
                        : words.moment(search.at()) + " " + search.person() + " " + queries(search) + " "
                                + String.join(" ", besides(search)));
    }

    private Node shown(AskedSearch search) {
        Label number = new Label(words.number(search.line()));
        number.getStyleClass().add("event-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label when = Headed.quiet(words.moment(search.at()));
        when.setMinWidth(USE_PREF_SIZE);
        Label asked = Direction.own(new Label(queries(search)));
        asked.getStyleClass().add("event-what");
        asked.setWrapText(true);
        asked.setMinHeight(USE_PREF_SIZE);
        VBox what = new VBox(
                1, asked, Headed.quiet(String.join(words.of("search").text("unseen.between"), besides(search))));
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(12, number, when, what);
        row.getStyleClass().add("event-row");
        return new Fitted(0, list.widthProperty().subtract(SIDES), row);
    }

    private String queries(AskedSearch search) {
        List<String> lines = new ArrayList<>(search.queries().stream()
                .limit(MOST_TERMS)
                .map(query -> query.isBlank() ? words.of("search").text("saved.everything") : query)
                .toList());
        int left = search.queries().size() - lines.size();
        if (left > 0) {
            lines.add(area.text("searches.more", left));
        }
        return String.join("\n", lines);
    }

    private List<String> besides(AskedSearch search) {
        List<String> parts = new ArrayList<>();
        parts.add(area.text("by", Direction.isolate(search.person())));
        Filter filter = search.filter();
        filter.within().ifPresent(record -> parts.add(area.text("searches.in", Direction.isolate(record.toString()))));
        add(parts, filter.kinds(), kind -> words.vocabulary("record-kind", kind.name()));
        add(parts, filter.types(), type -> words.type(type).orElse(type));
        add(parts, filter.languages(), words::language);
        add(parts, filter.protections(), words::protection);
        filter.from().ifPresent(day -> parts.add(area.text("searches.from", words.day(day))));
        filter.to().ifPresent(day -> parts.add(area.text("searches.to", words.day(day))));
        parts.add(search.items()
                .map(items -> area.text("searches.items", items))
                .orElseGet(() -> area.text("searches.itemsHidden")));
        return parts;
    }

    private static <T extends Comparable<? super T>> void add(
            List<String> parts, Collection<T> narrowed, Function<T, String> name) {
        if (!narrowed.isEmpty()) {
            parts.add(String.join(", ", narrowed.stream().sorted().map(name).toList()));
        }
    }
}
