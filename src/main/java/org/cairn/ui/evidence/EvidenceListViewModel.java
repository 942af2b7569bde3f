package org.cairn.ui.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.domain.Glance;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
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
    private final ObjectProperty<ListQuery.Review> review = new SimpleObjectProperty<>(ListQuery.Review.ANY);
    private final ObjectProperty<Optional<String>> assessment = new SimpleObjectProperty<>(Optional.empty());
    private final Map<Reference, Glance> glances = new ConcurrentHashMap<>();
    private final ObjectProperty<ListQuery.Sort> sort = new SimpleObjectProperty<>(ListQuery.Sort.REFERENCE);
    private Runnable refreshed = () -> {};
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    EvidenceListViewModel(Desk desk) {
        this.desk = desk;
        this.rows = new PagedRows<>(desk.tasks(), this::fail);
        kind.subscribe((from, to) -> {
            type.set(Optional.empty());
            reload();
        });
        type.subscribe((from, to) -> reload());
        review.subscribe((from, to) -> reload());
        assessment.subscribe((from, to) -> reload());
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
        ListQuery.Marked marked =
                new ListQuery.Marked(review.get(), desk.archive().user().name(), assessment.get());
        glances.clear();
        rows.show(
                (offset, limit) -> page(
                        wanted,
                        new ListQuery(by, latestFirst, Math.min(limit, LIMIT), offset, Optional.empty(), only)
                                .only(marked)),
                total::set);
    }

    private Page<Summary> page(RecordKind wanted, ListQuery query) {
        Page<Summary> page = desk.archive().records().list(wanted, query);
        glances.putAll(desk.archive()
                .reviews()
                .glances(page.items().stream().map(Summary::reference).toList()));
        return page;
    }

    /// The work on a record of a page that was fetched.
    Glance glance(Reference reference) {
        return glances.getOrDefault(reference, Glance.NOTHING);
    }

    /// Whether only what was looked through is listed, or only what was not.
    ObjectProperty<ListQuery.Review> reviewProperty() {
        return review;
    }

    /// Only what is held to be this; all where empty.
    ObjectProperty<Optional<String>> assessmentProperty() {
        return assessment;
    }

    /// Marks records as looked through; where all of them were already, takes the marks back.
    void toggleReview(List<Reference> records) {
        String me = desk.archive().user().name();
        boolean all = records.stream()
                .map(this::glance)
                .allMatch(glance -> !glance.outdated() && glance.reviewers().contains(me));
        desk.tasks()
                .run(
                        () -> records.forEach(record -> {
                            if (all) {
                                desk.archive().reviews().takeBack(record);
                            } else {
                                desk.archive().reviews().mark(record);
                            }
                            glances.putAll(desk.archive().reviews().glances(List.of(record)));
                        }),
                        refreshed::run,
                        this::fail);
    }

    /// What is called when what is shown of some lines is otherwise.
    void onRefreshed(Runnable then) {
        refreshed = then;
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
