package org.cairn.ui.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.Page;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Passage;
import org.cairn.ui.common.Desk;
import org.cairn.ui.documents.Sought;
import org.jspecify.annotations.Nullable;

/// Finding words within one item: which of its pages or parts hold them, one after another.
final class FindViewModel implements AutoCloseable {

    private static final int AT_ONCE = 200;

    /// A page or part with the words in it.
    ///
    /// @param place its order among all passages, from 0
    /// @param ordinal the number of the page, part or second
    record Found(int place, int ordinal, int times) {}

    private final Desk desk;
    private final Consumer<Throwable> otherwise;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final IntegerProperty at = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Sought> sought = new SimpleObjectProperty<>(Sought.NOTHING);
    private @Nullable Reference within;
    private int generation;

    FindViewModel(Desk desk, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.otherwise = otherwise;
    }

    /// Every place that holds the words, in order.
    ObservableList<Found> found() {
        return found;
    }

    /// Which of them is looked at; -1 for none.
    IntegerProperty atProperty() {
        return at;
    }

    ObjectProperty<Sought> soughtProperty() {
        return sought;
    }

    Sought sought() {
        return sought.get();
    }

    /// Begins with another item.
    void begin(Reference reference, Sought words, int ordinal) {
        within = reference;
        look(words, ordinal);
    }

    /// Looks for what somebody typed.
    void type(String words) {
        look(new Sought(List.of(words)), 0);
    }

    /// The next place; the first one after the last.
    void next() {
        step(1);
    }

    /// The place before; the last one before the first.
    void previous() {
        step(-1);
    }

    @Override
    public void close() {
        generation++;
        within = null;
        found.clear();
        at.set(-1);
        sought.set(Sought.NOTHING);
    }

    private void step(int by) {
        if (!found.isEmpty()) {
            at.set(Math.floorMod(at.get() + by, found.size()));
        }
    }

    /// @param ordinal where to begin; 0 for the first place found
    private void look(Sought words, int ordinal) {
        generation++;
        int mine = generation;
        Reference reference = within;
        at.set(-1);
        found.clear();
        sought.set(words);
        if (reference == null || words.isEmpty() || reference.kind() != org.cairn.domain.RecordKind.EVIDENCE) {
            return;
        }
        desk.tasks()
                .fetch(
                        () -> places(reference, words),
                        places -> {
                            if (mine == generation) {
                                found.setAll(places);
                                at.set(first(places, ordinal));
                            }
                        },
                        otherwise);
    }

    private static int first(List<Found> places, int ordinal) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).ordinal() >= ordinal) {
                return i;
            }
        }
        return places.isEmpty() ? -1 : 0;
    }

    private List<Found> places(Reference reference, Sought words) {
        List<Found> places = new ArrayList<>();
        long total = 1;
        for (int offset = 0; offset < total; offset += AT_ONCE) {
            Page<Passage> part = desk.archive().evidence().passages(reference, offset, AT_ONCE);
            total = part.total();
            for (int i = 0; i < part.items().size(); i++) {
                Passage passage = part.items().get(i);
                int times = words.marksIn(passage.text()).size();
                if (times > 0) {
                    places.add(new Found(offset + i, passage.ordinal(), times));
                }
            }
        }
        return places;
    }
}
