package org.cairn.ui.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewProgress;
import org.cairn.domain.ReviewSet;
import org.cairn.domain.search.SearchRequest;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Sets of records to be looked through: made of an answer, given to persons, gone through one by one.
final class ReviewSetsViewModel {

    private final Desk desk;
    private final Messages own;
    private final Supplier<SearchRequest> request;
    private final BiConsumer<ReviewSet, Reference> show;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty persons = new SimpleStringProperty("");
    private final ObservableList<ReviewProgress> sets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ReviewProgress> going = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private Optional<Reference> at = Optional.empty();

    /// @param request what the answer on the screen answers
    /// @param show shows a record of a set, with the places of the set's question
    ReviewSetsViewModel(Desk desk, Supplier<SearchRequest> request, BiConsumer<ReviewSet, Reference> show) {
        this.desk = desk;
        this.own = desk.words().of("search");
        this.request = request;
        this.show = show;
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    /// What the next set is called.
    StringProperty nameProperty() {
        return name;
    }

    /// Whom it is given to, with commas between; nobody means everybody.
    StringProperty personsProperty() {
        return persons;
    }

    /// The sets that are there, the last made first.
    ObservableList<ReviewProgress> sets() {
        return sets;
    }

    /// The one being gone through.
    ObjectProperty<@Nullable ReviewProgress> goingProperty() {
        return going;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    boolean mayMake() {
        return desk.archive().reviewSets().mayMake();
    }

    void toggle() {
        told.set(null);
        shown.set(!shown.get());
        if (shown.get()) {
            look();
        }
    }

    private void look() {
        desk.tasks()
                .fetch(
                        () -> desk.archive().reviewSets().all().stream()
                                .map(set -> desk.archive().reviewSets().progress(set.number()))
                                .toList(),
                        sets::setAll,
                        this::fail);
    }

    /// Makes a set of what the request on the screen finds by words that everybody may know.
    void make() {
        told.set(null);
        SearchRequest asked = request.get();
        String called = name.get();
        List<String> given = Arrays.stream(persons.get().split("[,،;；，]"))
                .map(String::strip)
                .filter(person -> !person.isEmpty())
                .toList();
        desk.tasks()
                .start(
                        own.text("sets.title"),
                        progress -> desk.archive().reviewSets().make(called, asked, given, progress),
                        made -> {
                            name.set("");
                            persons.set("");
                            told.set(Told.success(own.text("sets.made", made.name(), made.items())));
                            look();
                        },
                        this::fail);
    }

    /// Goes through a set, from the first record that is left.
    void go(ReviewProgress set) {
        going.set(set);
        at = Optional.empty();
        shown.set(false);
        next();
    }

    /// Goes through it no longer.
    void leave() {
        going.set(null);
        at = Optional.empty();
    }

    /// Says that a set is done with.
    void close(ReviewProgress set) {
        desk.tasks()
                .fetch(
                        () -> {
                            desk.archive().reviewSets().close(set.set().number());
                            return set;
                        },
                        closed -> look(),
                        this::fail);
    }

    /// The next record of the set that is left to this person.
    void next() {
        ReviewProgress now = going.get();
        if (now == null) {
            return;
        }
        int number = now.set().number();
        Optional<Reference> after = at;
        desk.tasks()
                .fetch(
                        () -> new Step(
                                desk.archive().reviewSets().progress(number),
                                desk.archive().reviewSets().next(number, after)),
                        this::step,
                        this::fail);
    }

    /// Where one has come to.
    private record Step(ReviewProgress progress, Optional<Reference> next) {
        @Override
        public String toString() {
            return "Step";
        }
    }

    private void step(Step step) {
        if (going.get() == null) {
            return;
        }
        going.set(step.progress());
        step.next()
                .ifPresentOrElse(
                        reference -> {
                            at = step.next();
                            show.accept(step.progress().set(), reference);
                        },
                        () -> told.set(Told.success(
                                own.text("sets.noneLeft", step.progress().set().name()))));
    }

    /// Somebody's mark may have brought a set further.
    void again() {
        ReviewProgress now = going.get();
        if (now != null) {
            desk.tasks()
                    .fetch(
                            () -> desk.archive().reviewSets().progress(now.set().number()),
                            progress -> {
                                if (going.get() != null) {
                                    going.set(progress);
                                }
                            },
                            this::fail);
        }
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
