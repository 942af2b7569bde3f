package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ExhibitMark;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.ui.common.Desk;

/// What was shown to the witness, each with the mark it got: given once it is named, the same in every statement.
final class ExhibitsViewModel {

    private final Desk desk;
    private final StatementDraft draft;
    private final Supplier<Testimony> statement;
    private final Supplier<Optional<Reference>> kept;
    private final Consumer<? super Throwable> otherwise;
    private final ObservableList<Shown> shown = FXCollections.observableArrayList();
    /// The number of the paragraph in which something more was shown, as it is typed.
    final StringProperty paragraph = new SimpleStringProperty("");
    /// What was shown in it, as it is typed.
    final StringProperty exhibit = new SimpleStringProperty("");

    /// An exhibit.
    ///
    /// @param mark as it is written on it; empty while it has none
    /// @param title what it is called in the archive
    /// @param paragraphs the numbers of those it was shown in
    record Shown(Reference exhibit, String mark, String title, List<Integer> paragraphs) {
        @Override
        public String toString() {
            return exhibit.toString();
        }
    }

    ExhibitsViewModel(
            Desk desk,
            StatementDraft draft,
            Supplier<Testimony> statement,
            Supplier<Optional<Reference>> kept,
            Consumer<? super Throwable> otherwise) {
        this.desk = desk;
        this.draft = draft;
        this.statement = statement;
        this.kept = kept;
        this.otherwise = otherwise;
    }

    ObservableList<Shown> shown() {
        return shown;
    }

    StatementDraft draft() {
        return draft;
    }

    /// Gives each exhibit that was named, and has none yet, its mark; and looks them all up.
    void mark() {
        Testimony now = statement.get();
        Optional<Reference> known = kept.get();
        desk.tasks()
                .fetch(
                        () -> {
                            List<ExhibitMark> marks =
                                    desk.archive().testimonies().marks(now, known);
                            return new Looked(marks, look(now.marking(marks)));
                        },
                        looked -> {
                            if (!looked.marks().equals(List.copyOf(draft.marks))) {
                                draft.marks.setAll(looked.marks());
                            }
                            shown.setAll(looked.shown());
                        },
                        otherwise);
    }

    private record Looked(List<ExhibitMark> marks, List<Shown> shown) {
        @Override
        public String toString() {
            return "Looked";
        }
    }

    private List<Shown> look(Testimony of) {
        Map<Reference, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < of.paragraphs().size(); i++) {
            for (Reference exhibit : of.paragraphs().get(i).exhibits()) {
                places.computeIfAbsent(exhibit, any -> new ArrayList<>()).add(i + 1);
            }
        }
        return places.entrySet().stream()
                .map(entry -> new Shown(
                        entry.getKey(), of.mark(entry.getKey()).orElse(""), title(entry.getKey()), entry.getValue()))
                .toList();
    }

    private String title(Reference exhibit) {
        try {
            return desk.archive().records().open(exhibit).record().title();
        } catch (ArchiveException.NotFound e) {
            return ""; // said beside it: it has no mark
        }
    }

    /// Adds what is typed in to the paragraph whose number is typed in; who leaves the step means it.
    void add() {
        List<Reference> named = Exhibits.named(exhibit.get());
        Optional<ParagraphDraft> where = where();
        if (named.isEmpty() || where.isEmpty()) {
            return;
        }
        named.stream()
                .filter(one -> !where.get().exhibits().contains(one))
                .forEach(where.get().exhibits()::add);
        where.get().showingProperty().set(true);
        exhibit.set("");
        paragraph.set("");
        mark();
    }

    private Optional<ParagraphDraft> where() {
        String typed = paragraph.get().strip();
        if (!typed.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(typed);
        return number >= 1 && number <= draft.paragraphs.size()
                ? Optional.of(draft.paragraphs.get(number - 1))
                : Optional.empty();
    }

    /// Takes an exhibit out of every paragraph.
    void remove(Shown one) {
        draft.paragraphs.forEach(paragraph -> {
            paragraph.exhibits().remove(one.exhibit());
            if (paragraph.exhibits().isEmpty()) {
                paragraph.showingProperty().set(false);
            }
        });
        mark();
    }
}
