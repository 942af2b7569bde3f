package org.cairn.ui.bundles;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.ui.common.Desk;

/// What can be laid into a bundle: found by words or by reference, the newest where nothing is typed.
final class PickerViewModel {

    private static final int MOST = 60;
    private static final Set<RecordKind> KINDS = Set.of(RecordKind.TESTIMONY, RecordKind.MEDICAL, RecordKind.EVIDENCE);

    /// Something that can be laid in.
    record Choice(Reference reference, String title) {
        @Override
        public String toString() {
            return reference.toString();
        }
    }

    private final Desk desk;
    private final Consumer<Throwable> otherwise;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();

    PickerViewModel(Desk desk, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.otherwise = otherwise;
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Choice> choices() {
        return choices;
    }

    /// Looks for what is typed.
    void look() {
        String typed = query.get().strip();
        desk.tasks()
                .fetch(
                        () -> find(typed),
                        found -> {
                            if (typed.equals(query.get().strip())) {
                                choices.setAll(found);
                            }
                        },
                        otherwise);
    }

    private List<Choice> find(String typed) {
        Optional<Reference> reference = Reference.tryParse(typed).filter(found -> KINDS.contains(found.kind()));
        if (reference.isPresent()) {
            return reference.flatMap(desk.archive().records()::summary).stream()
                    .map(summary -> new Choice(summary.reference(), desk.words().called(summary)))
                    .toList();
        }
        return typed.isEmpty() ? newest() : searched(typed);
    }

    private List<Choice> newest() {
        return Stream.of(RecordKind.TESTIMONY, RecordKind.MEDICAL, RecordKind.EVIDENCE)
                .flatMap(kind -> desk.archive().records().list(kind, ListQuery.latest(MOST)).items().stream())
                .map(summary -> new Choice(summary.reference(), desk.words().called(summary)))
                .toList();
    }

    private List<Choice> searched(String typed) {
        Filter only =
                new Filter(KINDS, Set.of(), Set.of(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
        SearchRequest request = new SearchRequest(typed, only, SearchRequest.Sort.RELEVANCE, MOST, 0, 1)
                .in(desk.words().locale());
        return desk.archive().searches().whileTyping(request).stream()
                .map(this::choice)
                .toList();
    }

    private Choice choice(Hit hit) {
        return new Choice(hit.reference(), hit.said().map(desk.words()::said).orElse(hit.title()));
    }
}
