package org.cairn.ui.evidence;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Summary;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The list of evidence, or of another kind of record that is looked at here.
final class EvidenceListViewModel {

    /// What can be listed here, in order.
    static final List<RecordKind> KINDS = List.of(
            RecordKind.EVIDENCE,
            RecordKind.MEDICAL,
            RecordKind.PERSON,
            RecordKind.PLACE,
            RecordKind.EVENT,
            RecordKind.PAYMENT);

    private static final int LIMIT = 100;

    private final Desk desk;
    private final PagedRows<Summary> rows;
    private final LongProperty total = new SimpleLongProperty(-1);
    private final ObjectProperty<RecordKind> kind = new SimpleObjectProperty<>(RecordKind.EVIDENCE);
    private final ObjectProperty<Optional<String>> type = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<ListQuery.Sort> sort = new SimpleObjectProperty<>(ListQuery.Sort.REFERENCE);
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    EvidenceListViewModel(Desk desk) {
        this.desk = desk;
        this.rows = new PagedRows<>(desk.tasks(), this::fail);
        kind.subscribe((from, to) -> {
            type.set(Optional.empty());
            reload();
        });
        type.subscribe((from, to) -> reload());
        sort.subscribe((from, to) -> reload());
    }

    PagedRows<Summary> rows() {
        return rows;
    }

    /// How many there are; -1 before anybody looked.
    LongProperty totalProperty() {
        return total;
    }

    ObjectProperty<RecordKind> kindProperty() {
        return kind;
    }

    /// Only this type; all where empty.
    ObjectProperty<Optional<String>> typeProperty() {
        return type;
    }

    ObjectProperty<ListQuery.Sort> sortProperty() {
        return sort;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Looks again.
    void reload() {
        ListQuery.Sort by = sort.get();
        boolean latestFirst = by == ListQuery.Sort.KEPT;
        RecordKind wanted = kind.get();
        Optional<String> only = type.get();
        rows.show(
                (offset, limit) -> desk.archive()
                        .records()
                        .list(
                                wanted,
                                new ListQuery(by, latestFirst, Math.min(limit, LIMIT), offset, Optional.empty(), only)),
                total::set);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
