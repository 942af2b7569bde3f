package org.cairn.ui.bundles;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Choices;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.served.Preflight;
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

    /// What a check found, with the words that are needed to speak of it.
    ///
    /// @param summaries of everything in the bundle
    /// @param conditions what a witness demands, by statement
    record Checked(Preflight preflight, Map<Reference, Summary> summaries, Map<Reference, List<String>> conditions) {}

    private final Desk desk;
    private final BundleInHand hand;
    private final Tasks.Timer timer;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty caseName = new SimpleStringProperty("");
    private final StringProperty caseReference = new SimpleStringProperty("");
    private final ObjectProperty<String> profile = new SimpleObjectProperty<>("peoples-tribunal");
    private final ObjectProperty<Protection> confidentiality = new SimpleObjectProperty<>(Protection.CONFIDENTIAL);
    private final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>(new LanguageTag("en"));
    private final ObjectProperty<String> scope = new SimpleObjectProperty<>("SUBMIT_TRIBUNAL");
    private final StringProperty recipient = new SimpleStringProperty("");
    private final StringProperty volume = new SimpleStringProperty("1");
    private final StringProperty marking = new SimpleStringProperty("");
    private final ObjectProperty<Outline> outline = new SimpleObjectProperty<>(new Outline(List.of()));
    private final ObjectProperty<@Nullable Spot> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Checked> checked = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<Reference>> met = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty unsaved = new SimpleBooleanProperty();
    private String id = "";
    private List<BundleDraft.LeftOut> leftOut = List.of();
    private boolean filling;
    private int checking;

    DraftViewModel(Desk desk) {
        this.desk = desk;
        this.hand = new BundleInHand(desk.archive().drafts());
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
        List.<Property<?>>of(title, caseName, caseReference, profile, volume, marking)
                .forEach(property -> property.subscribe(() -> changed(false)));
        List.<Property<?>>of(confidentiality, language, scope, recipient, outline)
                .forEach(property -> property.subscribe(() -> changed(true)));
    }

    StringProperty titleProperty() {
        return title;
    }

    StringProperty caseNameProperty() {
        return caseName;
    }

    StringProperty caseReferenceProperty() {
        return caseReference;
    }

    ObjectProperty<String> profileProperty() {
        return profile;
    }

    ObjectProperty<Protection> confidentialityProperty() {
        return confidentiality;
    }

    ObjectProperty<@Nullable LanguageTag> languageProperty() {
        return language;
    }

    ObjectProperty<String> scopeProperty() {
        return scope;
    }

    StringProperty recipientProperty() {
        return recipient;
    }

    StringProperty volumeProperty() {
        return volume;
    }

    StringProperty markingProperty() {
        return marking;
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
        String untitled = desk.words().of("bundles").text("new.title");
        LanguageTag spoken = language.get() == null ? new LanguageTag("en") : language.get();
        return new BundleDraft(
                title.get().isBlank() ? untitled : title.get().strip(),
                caseName.get().strip(),
                caseReference.get().strip(),
                profile.get(),
                confidentiality.get(),
                spoken,
                scope.get(),
                Optional.of(recipient.get().strip()).filter(text -> !text.isEmpty()),
                volume.get().matches("[1-9]\\d{0,3}") ? Integer.parseInt(volume.get()) : 1,
                marking.get().strip(),
                outline.get().sections(),
                leftOut);
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

    /// Keeps what is unsaved.
    void save() {
        saving().ifPresent(action -> desk.tasks().run(action, () -> {}, this::fail));
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
                        () -> look(now, choices),
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
        title.set(draft.title());
        caseName.set(draft.caseName());
        caseReference.set(draft.caseReference());
        profile.set(draft.profile());
        confidentiality.set(draft.confidentiality());
        language.set(draft.language());
        scope.set(draft.scope());
        recipient.set(draft.recipient().orElse(""));
        volume.set(String.valueOf(draft.volume()));
        marking.set(draft.marking());
        leftOut = draft.leftOut();
        outline.set(Outline.of(draft));
        filling = false;
        unsaved.set(false);
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
        if (rules) {
            check();
        }
    }

    private Checked look(BundleDraft draft, Choices choices) {
        Map<Reference, Summary> summaries = new HashMap<>();
        for (Reference reference : draft.references()) {
            desk.archive().records().summary(reference).ifPresent(found -> summaries.put(reference, found));
        }
        Preflight preflight = desk.archive().bundles().preflight(draft, choices);
        Map<Reference, List<String>> conditions = new HashMap<>();
        Consumer<ConsentGap> ask =
                gap -> conditions.put(gap.statement(), conditions(gap.witness(), gap.statement(), draft));
        preflight.gaps().forEach(ask);
        for (Reference statement : choices.conditionsMet()) {
            Summary summary = summaries.get(statement);
            if (summary != null && summary.concerns().isPresent()) {
                conditions.put(statement, conditions(summary.concerns().get(), statement, draft));
            }
        }
        return new Checked(preflight, summaries, conditions);
    }

    private List<String> conditions(Reference witness, Reference statement, BundleDraft draft) {
        return desk.archive()
                .witnesses()
                .standing(witness, Optional.of(statement), draft.scope(), draft.recipient())
                .conditions();
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
