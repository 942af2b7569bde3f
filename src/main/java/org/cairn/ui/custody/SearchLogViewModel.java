package org.cairn.ui.custody;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.AskedSearch;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What people searched for, as far as this person may read it: the latest first, so many at a time.
final class SearchLogViewModel {

    /// Stands for everybody among the persons to choose from.
    static final String EVERYBODY = "";

    private static final int AT_A_TIME = 100;

    /// Whether searches are written down now.
    enum Written {
        /// Nobody has looked yet.
        UNKNOWN,
        YES,
        NO
    }

    private final Desk desk;
    private final ObservableList<AskedSearch> searches = FXCollections.observableArrayList();
    private final ObservableList<String> persons = FXCollections.observableArrayList(EVERYBODY);
    private final StringProperty person = new SimpleStringProperty(EVERYBODY);
    private final ObjectProperty<Written> written = new SimpleObjectProperty<>(Written.UNKNOWN);
    private final BooleanProperty more = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private int generation;

    SearchLogViewModel(Desk desk) {
        this.desk = desk;
        person.subscribe((was, is) -> again());
    }

    /// Those shown.
    ObservableList<AskedSearch> searches() {
        return searches;
    }

    /// Whose can be chosen: everybody's, or one person's who asked something.
    ObservableList<String> persons() {
        return persons;
    }

    /// Whose are shown.
    StringProperty personProperty() {
        return person;
    }

    ObjectProperty<Written> writtenProperty() {
        return written;
    }

    /// Whether there are earlier ones.
    BooleanProperty moreProperty() {
        return more;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether this person reads what others asked.
    boolean mayReadAll() {
        return desk.archive().searches().mayReadAllAsked();
    }

    /// Whether this person decides if searches are written down.
    boolean mayDecide() {
        return desk.archive().policies().mayChange();
    }

    /// What is looked at first: how the policy stands, who has asked, and what was asked last.
    ///
    /// @param on whether searches are written down
    private record First(boolean on, List<String> persons, List<AskedSearch> part) {
        @Override
        public String toString() {
            return "First";
        }
    }

    /// Reads it from its end.
    void refresh() {
        int mine = ++generation;
        Optional<String> whose = whose();
        desk.tasks()
                .fetch(
                        () -> new First(
                                desk.archive().policies().searchesInLedger(),
                                desk.archive().searches().askedBy(),
                                part(Long.MAX_VALUE, whose)),
                        first -> {
                            first.persons().stream()
                                    .filter(one -> !persons.contains(one))
                                    .forEach(persons::add);
                            show(mine, true, first.part());
                            written.set(first.on() ? Written.YES : Written.NO);
                        },
                        this::fail);
    }

    private void again() {
        read(Long.MAX_VALUE);
    }

    /// Adds those before the ones shown.
    void earlier() {
        if (!searches.isEmpty()) {
            read(searches.getLast().line());
        }
    }

    private void read(long before) {
        int mine = ++generation;
        Optional<String> whose = whose();
        desk.tasks().fetch(() -> part(before, whose), part -> show(mine, before == Long.MAX_VALUE, part), this::fail);
    }

    private Optional<String> whose() {
        return Optional.of(person.get()).filter(name -> !name.equals(EVERYBODY));
    }

    /// One more than is shown is asked for, to know whether there is one.
    private List<AskedSearch> part(long before, Optional<String> whose) {
        return desk.archive().searches().askedBefore(before, whose, AT_A_TIME + 1);
    }

    private void show(int asked, boolean fromTheEnd, List<AskedSearch> part) {
        if (asked == generation) {
            List<AskedSearch> shown = part.stream().limit(AT_A_TIME).toList();
            if (fromTheEnd) {
                searches.setAll(shown);
            } else {
                searches.addAll(shown);
            }
            more.set(part.size() > AT_A_TIME);
        }
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
