package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Drafts;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The statements of the archive, and those still being written.
public final class TestimonyListViewModel {

    private final Desk desk;
    private final PagedRows<Summary> rows;
    private final ObservableList<Drafts.Draft> drafts = FXCollections.observableArrayList();
    private final LongProperty total = new SimpleLongProperty(-1);
    private final StringProperty witness = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    public TestimonyListViewModel(Desk desk) {
        this.desk = desk;
        this.rows =
                new PagedRows<>(desk.tasks(), failure -> told.set(desk.errors().tell(failure)));
        witness.subscribe((from, to) -> refresh());
    }

    /// The statements, the latest first.
    public PagedRows<Summary> rows() {
        return rows;
    }

    /// Work that is no revision yet.
    public ObservableList<Drafts.Draft> drafts() {
        return drafts;
    }

    /// How many there are; -1 while nobody knows.
    public LongProperty totalProperty() {
        return total;
    }

    /// A witness's reference that narrows the list, as it is typed.
    public StringProperty witnessProperty() {
        return witness;
    }

    /// What went wrong.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Reads the list again.
    public void refresh() {
        Optional<Reference> only = Reference.tryParse(witness.get()).filter(r -> r.kind() == RecordKind.WITNESS);
        rows.show(
                (offset, limit) -> {
                    ListQuery latest = ListQuery.latest(limit).from(offset);
                    return desk.archive()
                            .records()
                            .list(RecordKind.TESTIMONY, only.map(latest::of).orElse(latest));
                },
                total::set);
        desk.tasks()
                .fetch(
                        () -> desk.archive().drafts().list().stream()
                                .filter(draft -> DraftId.parse(draft.id()).isPresent())
                                .toList(),
                        (List<Drafts.Draft> found) -> drafts.setAll(found),
                        failure -> told.set(desk.errors().tell(failure)));
    }
}
