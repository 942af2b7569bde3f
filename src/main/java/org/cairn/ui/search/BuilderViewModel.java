package org.cairn.ui.search;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.query.QueryRows;
import org.cairn.domain.query.QueryRows.Row;

/// Builds the query in the search field out of rows. Whatever is typed there is shown in rows as far as they go.
final class BuilderViewModel {

    private final StringProperty query;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final BooleanProperty understood = new SimpleBooleanProperty(true);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<String> rest = FXCollections.observableArrayList();
    private boolean building;

    /// @param query what stands in the search field
    BuilderViewModel(StringProperty query) {
        this.query = query;
        query.subscribe((was, is) -> {
            if (shown.get() && !building) {
                open();
            }
        });
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    /// Whether what stands in the field is a query: otherwise there is nothing to show in rows.
    BooleanProperty understoodProperty() {
        return understood;
    }

    /// What is asked, row by row; at least one, which may be blank.
    ObservableList<Row> rows() {
        return rows;
    }

    /// What rows cannot show; it is asked as well.
    ObservableList<String> rest() {
        return rest;
    }

    void toggle() {
        shown.set(!shown.get());
        if (shown.get()) {
            open();
        }
    }

    private void open() {
        Optional<QueryRows> opened = QueryRows.open(query.get());
        understood.set(opened.isPresent());
        rest.setAll(opened.map(QueryRows::rest).orElse(List.of()));
        List<Row> filled = opened.map(QueryRows::rows).orElse(List.of());
        rows.setAll(filled.isEmpty() && opened.isPresent() ? List.of(Row.of(QueryRows.Kind.ALL, "")) : filled);
    }

    /// Another row, to be filled in.
    void add() {
        rows.add(Row.of(rows.isEmpty() ? QueryRows.Kind.ALL : QueryRows.Kind.PHRASE, ""));
    }

    /// A row was filled in otherwise.
    void change(int index, Row row) {
        if (index < rows.size() && !rows.get(index).equals(row)) {
            rows.set(index, row);
            write();
        }
    }

    void remove(int index) {
        rows.remove(index);
        write();
    }

    /// What rows cannot show is left out from now on.
    void dropRest() {
        rest.clear();
        write();
    }

    private void write() {
        building = true;
        try {
            query.set(new QueryRows(rows, rest).print());
        } finally {
            building = false;
        }
    }
}
