package org.cairn.ui.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Archive;
import org.cairn.archive.Reviews;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.search.Hit;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.search.ElementsOffered.Offered;
import org.jspecify.annotations.Nullable;

/// What is done with the find that is looked at, without leaving it: marked as reviewed, tagged, noted at its place,
/// linked to an element of a crime, laid into a bundle.
final class HitWorkViewModel {

    /// What is being written down.
    enum Writing {
        NOTHING,
        TAG,
        ELEMENT,
        NOTE
    }

    /// A bundle being drafted.
    ///
    /// @param id empty for one that is begun with the next exhibit
    record Draft(String id, String title) {
        @Override
        public String toString() {
            return "Draft";
        }
    }

    /// How the record of the find stands.
    ///
    /// @param mine whether this person has marked it as it is now
    /// @param others who else has
    /// @param tags of an item, those that link to elements among them
    /// @param links to elements of crimes that stand
    record Standing(Reference reference, boolean mine, List<String> others, Set<String> tags, List<ElementLink> links) {
        @Override
        public String toString() {
            return "Standing " + reference;
        }
    }

    private final Desk desk;
    private final Messages own;
    private final Supplier<Optional<Pinpoint>> place;
    private final Consumer<Told> tell;
    private final Runnable changed;
    private final ObjectProperty<@Nullable Reference> subject = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    private final ObjectProperty<Writing> writing = new SimpleObjectProperty<>(Writing.NOTHING);
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Draft> drafts = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Draft> draft = new SimpleObjectProperty<>();
    private final BooleanProperty mayWork = new SimpleBooleanProperty();
    private final ElementsOffered elements;
    private final ObservableList<Offered> offered = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Offered> chosen = new SimpleObjectProperty<>();
    /// As it was chosen last: whoever goes through many finds has one thing in mind.
    private final ObjectProperty<Bearing> bearing = new SimpleObjectProperty<>(Bearing.SUPPORTS);

    /// @param place what is looked at in the find
    /// @param tell says what was done, or why not
    /// @param changed called after a mark was made or taken back
    HitWorkViewModel(Desk desk, Supplier<Optional<Pinpoint>> place, Consumer<Told> tell, Runnable changed) {
        this.desk = desk;
        this.own = desk.words().of("search");
        this.place = place;
        this.tell = tell;
        this.changed = changed;
        this.elements = new ElementsOffered(desk.archive().elementLinks().known(), desk.words());
        mayWork.set(desk.archive().reviews().mayMark());
        words.subscribe(this::offer);
        lookForDrafts();
    }

    ObjectProperty<@Nullable Standing> standingProperty() {
        return standing;
    }

    /// What is being written down.
    ObjectProperty<Writing> writingProperty() {
        return writing;
    }

    /// The words of it.
    StringProperty wordsProperty() {
        return words;
    }

    /// The elements of crimes that bear what is typed.
    ObservableList<Offered> offered() {
        return offered;
    }

    /// Which of them is linked to.
    ObjectProperty<@Nullable Offered> chosenProperty() {
        return chosen;
    }

    /// Which way the find bears on it.
    ObjectProperty<Bearing> bearingProperty() {
        return bearing;
    }

    /// Another of them is linked to.
    void choose(@Nullable Offered one) {
        chosen.set(one);
    }

    /// The next of them, or the one before.
    void step(int by) {
        int at = offered.indexOf(chosen.get()) + by;
        if (!offered.isEmpty()) {
            chosen.set(offered.get(Math.clamp(at, 0, offered.size() - 1)));
        }
    }

    private void offer(String typed) {
        if (writing.get() == Writing.ELEMENT) {
            List<Offered> matching = elements.matching(typed);
            offered.setAll(matching);
            chosen.set(typed.isBlank() ? null : matching.stream().findFirst().orElse(null));
        }
    }

    /// The bundles being drafted, the one worked on last first; at the end a new one.
    ObservableList<Draft> drafts() {
        return drafts;
    }

    /// Which of them exhibits are laid into, chosen once.
    ObjectProperty<@Nullable Draft> draftProperty() {
        return draft;
    }

    /// Whether this person may do any of it but lay into a bundle.
    BooleanProperty mayWorkProperty() {
        return mayWork;
    }

    /// Whether the record can be marked as reviewed and noted beside.
    boolean takesReview() {
        return mayWork.get()
                && subject.get() != null
                && Reviews.REVIEWED.contains(subject.get().kind());
    }

    /// Whether the record can be linked to an element.
    boolean takesElement() {
        return mayWork.get()
                && subject.get() != null
                && ElementLink.LINKED.contains(subject.get().kind());
    }

    /// Whether the record can be tagged.
    boolean takesTags() {
        return mayWork.get() && subject.get() != null && subject.get().kind() == RecordKind.EVIDENCE;
    }

    /// Whether the record can be laid into a bundle.
    boolean takesBundle() {
        return subject.get() != null && BundleInHand.takes(subject.get());
    }

    /// Another find is looked at.
    void look(@Nullable Hit hit) {
        Reference now = hit == null ? null : hit.reference();
        if (!Objects.equals(now, subject.get())) {
            leave();
        }
        subject.set(now);
        if (now == null) {
            standing.set(null);
            return;
        }
        desk.tasks()
                .fetch(
                        () -> stand(desk.archive(), now),
                        found -> {
                            if (now.equals(subject.get())) {
                                standing.set(found);
                            }
                        },
                        this::fail);
    }

    private static Standing stand(Archive archive, Reference reference) {
        String me = archive.user().name();
        List<Reviews.Standing> marks = Reviews.REVIEWED.contains(reference.kind())
                ? archive.reviews().of(reference).stream()
                        .filter(mark -> !mark.outdated())
                        .toList()
                : List.of();
        Set<String> tags = reference.kind() == RecordKind.EVIDENCE
                        && archive.records().open(reference).record() instanceof EvidenceItem item
                ? item.tags()
                : Set.of();
        List<ElementLink> links = ElementLink.LINKED.contains(reference.kind())
                ? archive.elementLinks().of(reference).stream()
                        .filter(one -> !one.withdrawn())
                        .flatMap(one -> one.link().stream())
                        .toList()
                : List.of();
        return new Standing(
                reference,
                marks.stream().anyMatch(mark -> mark.mark().person().equals(me)),
                marks.stream()
                        .map(mark -> mark.mark().person())
                        .filter(person -> !person.equals(me))
                        .toList(),
                tags,
                links);
    }

    /// Marks the record as reviewed, or takes this person's mark back.
    void review() {
        Standing now = standing.get();
        if (now == null || !takesReview()) {
            return;
        }
        Reference reference = now.reference();
        work(
                archive -> now.mine()
                        ? archive.reviews().takeBack(reference)
                        : archive.reviews().mark(reference),
                done -> {
                    say(now.mine() ? "work.unreviewed" : "work.reviewed", reference);
                    changed.run();
                });
    }

    /// Begins to write a tag, an element or a note.
    void begin(Writing what) {
        boolean takes = switch (what) {
            case NOTE -> takesReview();
            case ELEMENT -> takesElement();
            case TAG -> takesTags();
            case NOTHING -> false;
        };
        if (takes) {
            words.set("");
            writing.set(what);
            offer("");
        }
    }

    /// Writes nothing after all.
    void leave() {
        writing.set(Writing.NOTHING);
        words.set("");
    }

    /// Keeps what was written.
    void keep() {
        Reference reference = subject.get();
        String written = words.get().strip();
        boolean nothing = written.isEmpty() && (writing.get() != Writing.ELEMENT || chosen.get() == null);
        if (reference == null || nothing) {
            leave();
            return;
        }
        switch (writing.get()) {
            case TAG -> tag(reference, written);
            case ELEMENT -> link(reference, chosen.get());
            case NOTE -> note(reference, written);
            case NOTHING -> leave();
        }
    }

    /// At the place looked at, where that is in the record; a medical record is linked as a whole, since its pages
    /// have no places.
    private void link(Reference reference, @Nullable Offered to) {
        if (to == null) {
            tell.accept(Told.warning(own.text("work.noElement"), own.text("work.noElement.do")));
            return;
        }
        Optional<Pinpoint> at = reference.kind() == RecordKind.MEDICAL ? Optional.empty() : placeIn(reference);
        String where = at.map(Pinpoint::toString).orElse(reference.toString());
        Bearing way = bearing.get();
        work(
                archive -> archive.elementLinks().add(new ElementLink(reference, at, to.code(), way)),
                kept -> tell.accept(Told.success(own.text(
                        "work.linked",
                        Direction.isolate(where),
                        Direction.isolate(to.code()),
                        desk.words().vocabulary("bearing", way.name())))));
    }

    private Optional<Pinpoint> placeIn(Reference reference) {
        return place.get().filter(pinpoint -> pinpoint.reference().equals(reference));
    }

    private void tag(Reference reference, String tag) {
        work(
                archive -> {
                    Revision now = archive.records().open(reference);
                    if (now.record() instanceof EvidenceItem item
                            && !item.tags().contains(tag)) {
                        archive.evidence().describe(reference, tagged(item, tag), now.number());
                    }
                    return tag;
                },
                done -> say("work.tagged", reference, Direction.isolate(tag)));
    }

    private static EvidenceDescription tagged(EvidenceItem item, String tag) {
        EvidenceDescription before = EvidenceDescription.of(item);
        Set<String> tags = new TreeSet<>(before.tags());
        tags.add(tag);
        return new EvidenceDescription(
                before.title(),
                before.type(),
                before.date(),
                before.language(),
                before.author(),
                before.recipient(),
                before.copyStatus(),
                before.protection(),
                tags,
                before.graphic());
    }

    /// At the place looked at, where that is in the record.
    private void note(Reference reference, String written) {
        Optional<Pinpoint> at = placeIn(reference);
        String where = at.map(Pinpoint::toString).orElse(reference.toString());
        work(
                archive -> archive.notes().add(new Note(reference, at, written, Protection.RESTRICTED)),
                kept -> say("work.noted", reference, Direction.isolate(where)));
    }

    /// Lays the record into the chosen draft.
    void addToBundle() {
        Reference reference = subject.get();
        if (reference == null || !takesBundle()) {
            return;
        }
        LanguageTag language = new LanguageTag(own.locale().getLanguage());
        String into = Optional.ofNullable(draft.get()).map(Draft::id).orElse("");
        desk.tasks()
                .fetch(
                        () -> new BundleInHand(desk.archive().drafts())
                                .add(into, reference, own.text("bundle.new"), own.text("bundle.section"), language),
                        laid -> {
                            tell.accept(Told.success(own.text(
                                    "bundle.added",
                                    Direction.isolate(reference.toString()),
                                    laid.draft().title(),
                                    laid.draft().references().size())));
                            draft.set(new Draft(laid.id(), laid.draft().title()));
                            lookForDrafts();
                        },
                        this::fail);
    }

    private void lookForDrafts() {
        desk.tasks()
                .fetch(
                        () -> new BundleInHand(desk.archive().drafts())
                                .all().stream()
                                        .map(one -> new Draft(
                                                one.id(), BundleInHand.read(one).title()))
                                        .toList(),
                        found -> {
                            Draft chosen = draft.get();
                            drafts.setAll(found);
                            drafts.add(new Draft("", own.text("bundle.new")));
                            draft.set(found.stream()
                                    .filter(one -> chosen != null && one.id().equals(chosen.id()))
                                    .findFirst()
                                    .orElse(drafts.getFirst()));
                        },
                        this::fail);
    }

    private <T> void work(java.util.function.Function<Archive, T> doing, Consumer<T> then) {
        desk.tasks()
                .fetch(
                        () -> doing.apply(desk.archive()),
                        done -> {
                            leave();
                            then.accept(done);
                            again();
                        },
                        this::fail);
    }

    private void again() {
        Reference now = subject.get();
        if (now != null) {
            desk.tasks()
                    .fetch(
                            () -> stand(desk.archive(), now),
                            found -> {
                                if (now.equals(subject.get())) {
                                    standing.set(found);
                                }
                            },
                            this::fail);
        }
    }

    private void say(String key, Reference reference, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Direction.isolate(reference.toString());
        System.arraycopy(more, 0, arguments, 1, more.length);
        tell.accept(Told.success(own.text(key, arguments)));
    }

    private void fail(Throwable failure) {
        tell.accept(desk.errors().tell(failure));
    }
}
