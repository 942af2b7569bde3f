package org.cairn.ui.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Page;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Parsed;
import org.cairn.domain.query.QueryLanguage;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.search.FoundInside;
import org.cairn.i18n.Messages;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.Desk;
import org.cairn.ui.documents.Sought;
import org.jspecify.annotations.Nullable;

/// Finding words within one item, hit by hit, wherever the thing that is looked at has its words.
final class FindViewModel implements AutoCloseable {

    private static final int AT_ONCE = 200;
    private static final int MOST_PLACES = 5_000;

    /// A page, part or cell with the words in it.
    ///
    /// @param place its order among all parts, or its sheet, from 0
    /// @param ordinal the number of the page, part or second; of a cell its row, from 0
    /// @param column of a cell, from 0; negative where there are no cells
    record Found(int place, int ordinal, int column, int times) {}

    /// One hit.
    ///
    /// @param nth from 0, among those of its page, part or cell
    record Hit(Found in, int nth) {}

    /// Looks for words where they are.
    @FunctionalInterface
    interface Places {
        /// Every page, part or cell that holds the words, in order; asked away from the screen.
        ///
        /// @param wanted whether anybody still waits for it
        List<Found> of(Reference reference, Sought words, BooleanSupplier wanted) throws Exception;
    }

    private final Desk desk;
    private final Consumer<Throwable> otherwise;
    private final Places passages = this::passages;
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final IntegerProperty at = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Sought> sought = new SimpleObjectProperty<>(Sought.NOTHING);
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty fault = new SimpleStringProperty("");
    private Places places = passages;
    private @Nullable Reference within;
    private int total;
    private volatile int generation;

    FindViewModel(Desk desk, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.otherwise = otherwise;
    }

    /// Every page, part or cell that holds the words, in order.
    ObservableList<Found> found() {
        return found;
    }

    /// How many hits there are in all of them.
    int total() {
        return total;
    }

    /// Which hit is looked at; -1 for none.
    IntegerProperty atProperty() {
        return at;
    }

    /// The hit that is looked at.
    Optional<Hit> hit() {
        int left = at.get();
        for (Found in : found) {
            if (left >= 0 && left < in.times()) {
                return Optional.of(new Hit(in, left));
            }
            left -= in.times();
        }
        return Optional.empty();
    }

    /// Which of the hits in a part is looked at, from 0; -1 where none of it is.
    int hereIn(int place) {
        return hit().filter(hit -> hit.in().place() == place).map(Hit::nth).orElse(-1);
    }

    ObjectProperty<Sought> soughtProperty() {
        return sought;
    }

    Sought sought() {
        return sought.get();
    }

    /// What stands in the field: words, or a query as the search takes them.
    StringProperty typedProperty() {
        return typed;
    }

    /// Why what was typed was not understood; empty where it was.
    StringProperty faultProperty() {
        return fault;
    }

    /// Begins with another item.
    void begin(Reference reference, Sought words, int ordinal) {
        within = reference;
        places = passages;
        fault.set("");
        typed.set(String.join(" ", words.words()));
        look(words, ordinal);
    }

    /// Looks in the text that was read, which is what is shown from now on.
    void lookInText() {
        lookIn(passages);
    }

    /// Looks somewhere else, since that is what is shown from now on.
    void lookIn(Places other) {
        if (!other.equals(places)) {
            places = other;
            look(sought(), 0);
        }
    }

    /// Looks once more, where there may be more to find now.
    void again() {
        look(sought(), 0);
    }

    /// Looks for what somebody typed: plain words as they stand side by side, anything else as a search takes it.
    void type(String words) {
        String asked = words.strip();
        typed.set(asked);
        fault.set("");
        Reference reference = within;
        if (reference == null || isPlain(asked)) {
            look(new Sought(List.of(asked)), 0);
            return;
        }
        generation++;
        int mine = generation;
        desk.tasks()
                .look(
                        () -> desk.archive()
                                .searches()
                                .inside(reference, asked, desk.words().locale(), MOST_PLACES),
                        answer -> {
                            if (mine == generation) {
                                found(answer);
                            }
                        },
                        failure -> {
                            if (mine == generation) {
                                misread(failure);
                            }
                        });
    }

    /// Words without any sign by which a query says more.
    private static boolean isPlain(String asked) {
        return asked.isEmpty()
                || QueryLanguage.parse(asked) instanceof Parsed.Understood understood
                        && (isWord(understood.asked())
                                || understood.asked() instanceof Asked.All all
                                        && all.parts().stream().allMatch(FindViewModel::isWord)
                                        && !asked.contains(" AND "));
    }

    private static boolean isWord(Asked asked) {
        return asked instanceof Asked.Word word && !word.wild();
    }

    /// The words as they stand where the query was met, and only there.
    private void found(FoundInside answer) {
        Set<Integer> met = new HashSet<>();
        answer.places().forEach(place -> met.add(place.pinpoint().ordinal()));
        Places where = places;
        Sought words = new Sought(answer.words());
        look(
                words,
                0,
                (reference, wanted, still) -> where.of(reference, wanted, still).stream()
                        .filter(one -> one.column() >= 0 || met.contains(one.ordinal()))
                        .toList());
    }

    private void misread(Throwable failure) {
        if (failure instanceof ArchiveException.QueryNotUnderstood known) {
            Messages search = desk.words().of("search");
            String key = "fault." + known.reason();
            forget();
            sought.set(Sought.NOTHING);
            fault.set(search.text(search.has(key) ? key : "fault.other", known.start() + 1));
        } else {
            otherwise.accept(failure);
        }
    }

    /// The next hit; the first one after the last.
    void next() {
        step(1);
    }

    /// The hit before; the last one before the first.
    void previous() {
        step(-1);
    }

    @Override
    public void close() {
        generation++;
        within = null;
        places = passages;
        forget();
        typed.set("");
        fault.set("");
        sought.set(Sought.NOTHING);
    }

    private void forget() {
        at.set(-1);
        total = 0;
        found.clear();
    }

    private void step(int by) {
        if (total > 0) {
            at.set(Math.floorMod(at.get() + by, total));
        }
    }

    /// @param ordinal where to begin; 0 for the first hit
    private void look(Sought words, int ordinal) {
        look(words, ordinal, places);
    }

    private void look(Sought words, int ordinal, Places where) {
        generation++;
        int mine = generation;
        Reference reference = within;
        forget();
        sought.set(words);
        if (reference == null || words.isEmpty() || reference.kind() != RecordKind.EVIDENCE) {
            return;
        }
        desk.tasks()
                .look(
                        () -> where.of(reference, words, () -> mine == generation),
                        some -> {
                            if (mine == generation) {
                                total = some.stream().mapToInt(Found::times).sum();
                                found.setAll(some);
                                at.set(first(some, ordinal));
                            }
                        },
                        otherwise);
    }

    private static int first(List<Found> places, int ordinal) {
        int before = 0;
        for (Found place : places) {
            if (place.ordinal() >= ordinal) {
                return before;
            }
            before += place.times();
        }
        return places.isEmpty() ? -1 : 0;
    }

    private List<Found> passages(Reference reference, Sought words, BooleanSupplier wanted) {
        List<Found> places = new ArrayList<>();
        long all = 1;
        for (int offset = 0; offset < all; offset += AT_ONCE) {
            if (!wanted.getAsBoolean()) {
                throw new CancelledException();
            }
            Page<Passage> part = desk.archive().evidence().passages(reference, offset, AT_ONCE);
            all = part.total();
            for (int i = 0; i < part.items().size(); i++) {
                Passage passage = part.items().get(i);
                int times = words.marksIn(passage.text()).size();
                if (times > 0) {
                    places.add(new Found(offset + i, passage.ordinal(), -1, times));
                }
            }
        }
        return places;
    }
}
