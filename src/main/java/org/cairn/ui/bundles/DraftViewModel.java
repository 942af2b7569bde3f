package org.cairn.ui.bundles;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Choices;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Occurrence;
import org.cairn.domain.Reference;
import org.cairn.ui.bundles.Outline.Moved;
import org.cairn.ui.bundles.Outline.Spot;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.BundleInHand;
import org.jspecify.annotations.Nullable;

/// A bundle being drafted: its order, its settings, and how it stands to the rules after every change.
final class DraftViewModel implements AutoCloseable {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);

    private final Desk desk;
    private final BundleInHand hand;
    private final Tasks.Timer timer;
    private final DraftSettings settings = new DraftSettings();
    private final ObjectProperty<Outline> outline = new SimpleObjectProperty<>(new Outline(List.of()));
    private final ObjectProperty<@Nullable Spot> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Checked> checked = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<Reference>> met = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty unsaved = new SimpleBooleanProperty();
    private String id = "";
    private List<BundleDraft.LeftOut> leftOut = List.of();
    private final IntegerProperty changes = new SimpleIntegerProperty();
    private boolean filling;
    private int checking;

    DraftViewModel(Desk desk) {
        this.desk = desk;
        this.hand = new BundleInHand(desk.archive().drafts());
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
        settings.outward().forEach(property -> property.subscribe(() -> changed(false)));
        settings.ruling().forEach(property -> property.subscribe(() -> changed(true)));
        outline.subscribe(() -> changed(true));
    }

    /// What it is called, for whom it is and how it is set.
    DraftSettings settings() {
        return settings;
    }

    ObjectProperty<Outline> outlineProperty() {
        return outline;
    }

    ObjectProperty<@Nullable Spot> selectedProperty() {
        return selected;
    }

    ObjectProperty<@Nullable Checked> checkedProperty() {
        return checked;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    BooleanProperty unsavedProperty() {
        return unsaved;
    }

    String id() {
        return id;
    }

    /// Statements whose conditions counsel has found met.
    Choices choices() {
        return new Choices(met.get());
    }

    boolean conditionsMet(Reference statement) {
        return met.get().contains(statement);
    }

    /// Counsel has checked the conditions of a statement, or takes that back.
    void conditionsMet(Reference statement, boolean yes) {
        Set<Reference> now = new TreeSet<>(met.get());
        if (yes ? now.add(statement) : now.remove(statement)) {
            met.set(Set.copyOf(now));
            check();
        }
    }

    /// Opens a draft.
    ///
    /// @param otherwise called when it is no longer there
    void open(String draftId, Runnable otherwise) {
        desk.tasks()
                .fetch(
                        () -> hand.load(draftId),
                        found -> {
                            if (found.isPresent()) {
                                fill(draftId, found.get());
                            } else {
                                otherwise.run();
                            }
                        },
                        this::fail);
    }

    /// The draft as it stands.
    BundleDraft draft() {
        return settings.draft(
                desk.words().of("bundles").text("new.title"), outline.get().sections(), leftOut);
    }

    /// One step up or down, with what is selected staying selected.
    void step(int by) {
        Spot spot = selected.get();
        if (spot != null) {
            adopt(outline.get().step(spot, by));
        }
    }

    /// Puts something before another, or at the end of a section.
    void move(Spot from, Spot to) {
        adopt(outline.get().move(from, to));
    }

    /// Takes what is selected out of the bundle; its record stays where it is.
    void removeSelected() {
        Spot spot = selected.get();
        if (spot != null) {
            selected.set(null);
            outline.set(outline.get().remove(spot));
        }
    }

    /// Takes an exhibit out.
    void remove(Reference reference) {
        outline.get().find(reference).ifPresent(spot -> {
            selected.set(null);
            outline.set(outline.get().remove(spot));
        });
    }

    /// Lays exhibits into the selected section, or the last.
    void add(List<Reference> references) {
        Outline now = outline.get().sections().isEmpty()
                ? outline.get().addSection(desk.words().of("bundles").text("new.section"))
                : outline.get();
        Spot spot = selected.get();
        int section = spot == null
                ? now.sections().size() - 1
                : Math.min(spot.section(), now.sections().size() - 1);
        for (Reference reference : references) {
            now = now.add(section, new BundleDraft.Exhibit(reference, ""));
        }
        outline.set(now);
        references.stream().reduce((a, b) -> b).flatMap(now::find).ifPresent(selected::set);
    }

    /// Lays exhibits in before another, or at the end of a section; those that are there already stay where they are.
    void add(List<Reference> references, Spot before) {
        Outline now = outline.get();
        Spot at = before;
        for (Reference reference : references) {
            if (!now.holds(reference)) {
                now = now.add(before.section(), new BundleDraft.Exhibit(reference, ""));
                Outline.Moved moved = now.move(now.find(reference).orElseThrow(), at);
                now = moved.outline();
                at = at.isSection() ? at : new Spot(at.section(), at.exhibit() + 1);
            }
        }
        if (!now.equals(outline.get())) {
            selected.set(null);
            outline.set(now);
            references.stream().reduce((a, b) -> b).flatMap(now::find).ifPresent(selected::set);
        }
    }

    void addSection() {
        outline.set(outline.get().addSection(desk.words().of("bundles").text("new.section")));
        selected.set(new Spot(outline.get().sections().size() - 1, -1));
    }

    /// Calls what is selected something else; an exhibit without a title of its own is called what its record is.
    void rename(String name) {
        Spot spot = selected.get();
        if (spot != null) {
            outline.set(outline.get().rename(spot, name.strip()));
        }
    }

    /// The exhibit that is selected.
    Optional<BundleDraft.Exhibit> selectedExhibit() {
        return Optional.ofNullable(selected.get()).flatMap(outline.get()::exhibit);
    }

    /// The exhibit of a record.
    Optional<BundleDraft.Exhibit> exhibit(Reference reference) {
        return outline.get().find(reference).flatMap(outline.get()::exhibit);
    }

    /// Puts another of the same record in an exhibit's place.
    void change(BundleDraft.Exhibit exhibit) {
        if (!exhibit(exhibit.reference()).equals(Optional.of(exhibit))) {
            outline.set(outline.get().replace(exhibit));
        }
    }

    /// Blacks words out that were found.
    void redact(List<Occurrence> found, BundleVersion from, String reason) {
        outline.set(Outline.of(draft().redacting(found, from, reason)));
    }

    /// The versions that are written of it; none where it is just the draft.
    List<BundleVersion> versions() {
        return settings.makingProperty().get().versions().stream()
                .map(BundleMaking.Version::kind)
                .toList();
    }

    /// Is told of every change of the draft.
    void onChange(Runnable told) {
        changes.subscribe(told);
    }

    /// Keeps what is unsaved.
    void save() {
        saving().ifPresent(action -> desk.tasks().keep(action, () -> {}, this::fail));
    }

    /// What keeps what is unsaved, to be run on any thread; nothing where all is kept.
    Optional<Runnable> saving() {
        if (!unsaved.get() || id.isEmpty()) {
            return Optional.empty();
        }
        unsaved.set(false);
        BundleDraft copy = draft();
        String where = id;
        return Optional.of(() -> hand.save(where, copy));
    }

    /// Looks how the bundle stands to the rules.
    void check() {
        checking++;
        int mine = checking;
        BundleDraft now = draft();
        Choices choices = choices();
        desk.tasks()
                .fetch(
                        () -> Checked.look(desk.archive(), now, choices),
                        found -> {
                            if (mine == checking) {
                                checked.set(found);
                            }
                        },
                        this::fail);
    }

    @Override
    public void close() {
        timer.close();
    }

    private void fill(String draftId, BundleDraft draft) {
        filling = true;
        id = draftId;
        settings.fill(draft);
        leftOut = draft.leftOut();
        outline.set(Outline.of(draft));
        filling = false;
        unsaved.set(false);
        changes.set(changes.get() + 1);
        check();
    }

    private void adopt(Moved moved) {
        selected.set(null);
        outline.set(moved.outline());
        selected.set(moved.spot());
    }

    private void changed(boolean rules) {
        if (filling || id.isEmpty()) {
            return;
        }
        unsaved.set(true);
        changes.set(changes.get() + 1);
        if (rules) {
            check();
        }
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
