package org.cairn.ui.batch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.BatchChange;
import org.cairn.archive.Batches.Fate;
import org.cairn.archive.Batches.Outcome;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tags;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// One change to the records that were chosen: stated for exactly those, then done.
public final class BatchViewModel {

    /// What can be done to many.
    enum Kind {
        TAG,
        UNTAG,
        PROTECTION,
        TYPE,
        REVIEW,
        UNREVIEW,
        GRADING,
        AUTHENTICITY
    }

    /// How far it is.
    ///
    /// @param done whether it was done, or only stated
    record Stated(FrozenList list, BatchChange change, Map<Fate, List<Reference>> fates, boolean done) {
        @Override
        public String toString() {
            return "Stated";
        }
    }

    private final Desk desk;
    private final Runnable changed;
    private final ObjectProperty<List<Reference>> chosen = new SimpleObjectProperty<>(List.of());
    /// Where they were frozen before; else they are frozen when it is stated what would become of them.
    private Optional<FrozenList> frozen = Optional.empty();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.TAG);
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Stated> stated = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param changed called when records were changed
    public BatchViewModel(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        kind.subscribe((from, to) -> {
            value.set("");
            stated.set(null);
        });
        value.subscribe((from, to) -> stated.set(null));
        reason.subscribe((from, to) -> stated.set(null));
    }

    /// The records that were chosen; nobody is asked anything while there are none.
    ObjectProperty<List<Reference>> chosenProperty() {
        return chosen;
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /// Words, or a code of what the kind takes.
    StringProperty valueProperty() {
        return value;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    ObjectProperty<@Nullable Stated> statedProperty() {
        return stated;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether this person may change many at once.
    public boolean mayRun() {
        return desk.archive().batches().mayRun();
    }

    /// Begins with some records.
    public void begin(List<Reference> records) {
        told.set(null);
        stated.set(null);
        frozen = Optional.empty();
        chosen.set(List.copyOf(records));
    }

    /// Begins with a list that was frozen before: what was changed since is not touched.
    public void begin(FrozenList list) {
        begin(list.lines().stream().map(FrozenList.Line::reference).toList());
        frozen = Optional.of(list);
    }

    /// Begins with all that a search finds now, however many that are.
    public void begin(SearchRequest request) {
        begin(List.of());
        desk.tasks()
                .start(
                        text("batch.gathering"),
                        progress -> desk.archive().searches().references(request, progress),
                        this::begin,
                        this::fail);
    }

    /// Does nothing after all.
    void leave() {
        begin(List.of());
    }

    /// States what would become of each, and changes nothing.
    void state() {
        told.set(null);
        Optional<BatchChange> change = change();
        if (change.isEmpty()) {
            told.set(Told.warning(text("batch.missing"), text("batch.missing.do")));
            return;
        }
        List<Reference> records = chosen.get();
        Optional<FrozenList> before = frozen;
        desk.tasks()
                .start(
                        text("batch.stating"),
                        progress -> {
                            FrozenList list = before.orElseGet(
                                    () -> desk.archive().batches().freeze(records));
                            return new Stated(
                                    list,
                                    change.get(),
                                    fates(desk.archive().batches().foresee(list, change.get(), progress)),
                                    false);
                        },
                        stated::set,
                        this::fail);
    }

    /// Does what was stated, to exactly those it was stated of.
    void run() {
        Stated before = stated.get();
        if (before == null || before.done()) {
            return;
        }
        desk.tasks()
                .start(
                        text("batch.job"),
                        progress -> new Stated(
                                before.list(),
                                before.change(),
                                fates(desk.archive().batches().run(before.list(), before.change(), progress)),
                                true),
                        outcome -> {
                            stated.set(outcome);
                            changed.run();
                        },
                        this::fail);
    }

    private static Map<Fate, List<Reference>> fates(List<Outcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        Outcome::fate,
                        () -> new EnumMap<>(Fate.class),
                        Collectors.mapping(Outcome::reference, Collectors.toList())));
    }

    /// What is to be done; nothing while something is missing.
    private Optional<BatchChange> change() {
        String given = value.get() == null ? "" : value.get();
        return switch (kind.get()) {
            case TAG -> words(given).map(words -> BatchChange.Describe.tagged(words, Set.of()));
            case UNTAG -> words(given).map(words -> BatchChange.Describe.tagged(Set.of(), words));
            case PROTECTION ->
                code(given).map(level -> described(Optional.of(Protection.valueOf(level)), Optional.empty()));
            case TYPE -> code(given).map(type -> described(Optional.empty(), Optional.of(type)));
            case REVIEW -> Optional.of(new BatchChange.Review(false));
            case UNREVIEW -> Optional.of(new BatchChange.Review(true));
            case GRADING -> judged(Aspect.GRADING, given);
            case AUTHENTICITY -> judged(Aspect.AUTHENTICITY, given);
        };
    }

    private Optional<BatchChange> judged(Aspect aspect, String given) {
        return code(given)
                .filter(any -> !reason.get().isBlank())
                .map(code -> new BatchChange.Assess(aspect, code, "", Optional.empty(), reason.get()));
    }

    private static Optional<Set<String>> words(String given) {
        Set<String> words = new TreeSet<>(Tags.of(given));
        return Optional.of(words).filter(some -> !some.isEmpty());
    }

    private static Optional<String> code(String given) {
        return Optional.of(given).filter(code -> !code.isBlank());
    }

    private static BatchChange described(Optional<Protection> protection, Optional<String> type) {
        return new BatchChange.Describe(
                Set.of(),
                Set.of(),
                protection,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String text(String key) {
        Messages words = desk.words().of("evidence");
        return words.text(key);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
