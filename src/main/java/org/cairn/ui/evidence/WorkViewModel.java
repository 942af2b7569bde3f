package org.cairn.ui.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Archive;
import org.cairn.archive.Linked;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.archive.Relatives.Relative;
import org.cairn.archive.Reviews;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Assessment;
import org.cairn.domain.Assessment.Aspect;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.Glance;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Handling;
import org.cairn.domain.custody.Whereabouts;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.LinkRights;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The work on one item: who looked it through, what was noted, how it is judged, what it is related to, what was done
/// to it.
final class WorkViewModel {

    /// How the work stands.
    ///
    /// @param links to elements of crimes, withdrawn ones among them
    /// @param rights what this person may do with them
    /// @param gradings every grading, the latest first
    /// @param authenticities what was held of its authenticity, the latest first
    record Work(
            List<Reviews.Standing> reviews,
            List<Revision> notes,
            List<Linked> links,
            LinkRights rights,
            List<Revision> gradings,
            List<Revision> authenticities,
            List<Relative> relatives,
            List<Suggestion> alike,
            Whereabouts whereabouts,
            Glance glance) {
        @Override
        public String toString() {
            return "Work";
        }
    }

    private final Desk desk;
    private final Reference item;
    private final Runnable custodyChanged;
    private final Runnable revised;
    private final ObjectProperty<@Nullable Work> work = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable CustodyEvent> correcting = new SimpleObjectProperty<>();

    /// @param custodyChanged called when the ledger has another line about it
    /// @param revised called when it has another revision
    WorkViewModel(Desk desk, Reference item, Runnable custodyChanged, Runnable revised) {
        this.desk = desk;
        this.item = item;
        this.custodyChanged = custodyChanged;
        this.revised = revised;
        desk.tasks().fetch(this::load, work::set, this::fail);
    }

    Reference item() {
        return item;
    }

    ObjectProperty<@Nullable Work> workProperty() {
        return work;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// What was told wrongly and is told anew; null while nothing is.
    ObjectProperty<@Nullable CustodyEvent> correctingProperty() {
        return correcting;
    }

    /// Whether this person may tell anew what a line of the ledger tells: only what people told, not what the program
    /// did.
    boolean mayCorrect(CustodyEvent line) {
        return mayWork() && Vocabulary.codes("handling").contains(line.action());
    }

    /// Whether the person may work on it at all.
    boolean mayWork() {
        return desk.archive().reviews().mayMark();
    }

    /// Whether it carries a mark of this person that is of what is there now.
    boolean reviewedByMe() {
        Work known = work.get();
        String me = desk.archive().user().name();
        return known != null
                && known.reviews().stream()
                        .anyMatch(standing ->
                                !standing.outdated() && standing.mark().person().equals(me));
    }

    /// The grade that stands, such as `B2`.
    Optional<String> grade() {
        return Optional.ofNullable(work.get()).flatMap(known -> value(known.gradings()));
    }

    /// What is held of its authenticity.
    Optional<String> authenticity() {
        return Optional.ofNullable(work.get()).flatMap(known -> value(known.authenticities()));
    }

    private static Optional<String> value(List<Revision> judged) {
        return judged.stream().findFirst().map(latest -> ((Assessment) latest.record()).value());
    }

    private Work load() {
        Archive archive = desk.archive();
        boolean evidence = item.kind() == RecordKind.EVIDENCE;
        List<Linked> links = takesLinks() ? archive.elementLinks().of(item) : List.of();
        return new Work(
                archive.reviews().of(item),
                archive.notes().of(item),
                links,
                LinkRights.of(archive.elementLinks(), links),
                evidence ? archive.assessments().of(item, Aspect.GRADING) : List.of(),
                evidence ? archive.assessments().of(item, Aspect.AUTHENTICITY) : List.of(),
                evidence ? archive.relatives().of(item) : List.of(),
                evidence ? archive.lookalikes().of(item) : List.of(),
                archive.things().whereabouts(item),
                Objects.requireNonNull(archive.reviews().glances(List.of(item)).get(item)));
    }

    /// Marks it as looked through, or takes this person's mark back.
    void toggleReview() {
        boolean marked = reviewedByMe();
        after(
                () -> marked
                        ? desk.archive().reviews().takeBack(item)
                        : desk.archive().reviews().mark(item),
                "",
                () -> {});
    }

    /// Notes something at a place, or of the whole.
    void note(Optional<Pinpoint> place, String text, Protection protection, Runnable then) {
        after(() -> desk.archive().notes().add(new Note(item, place, text, protection)), text("notes.kept"), then);
    }

    /// Keeps a better wording of a note.
    void revise(Revision before, String text, Runnable then) {
        Note note = (Note) before.record();
        Note better = new Note(note.subject(), note.place(), text, note.protection());
        after(
                () -> desk.archive().notes().revise(before.reference(), better, before.number()),
                text("notes.kept"),
                then);
    }

    /// Says that a note holds no longer.
    void withdraw(Reference note, String reason) {
        after(() -> desk.archive().notes().withdraw(note, reason), text("notes.withdrawn"), () -> {});
    }

    /// Says how a link to an element stands.
    void stand(Reference link, Standing standing) {
        after(
                () -> desk.archive().elementLinks().stand(link, standing),
                desk.words().of("shell").text("links.stands"),
                () -> {});
    }

    /// Says that a link to an element holds no longer.
    void withdrawLink(Reference link, String reason) {
        after(
                () -> desk.archive().elementLinks().withdraw(link, reason),
                desk.words().of("shell").text("links.withdrawn"),
                () -> {});
    }

    /// Whether it can be linked to elements of crimes.
    boolean takesLinks() {
        return ElementLink.LINKED.contains(item.kind());
    }

    /// Whether this person may change a note.
    boolean mayChange(Revision note) {
        return mayWork()
                && (note.author().equals(desk.archive().user().name())
                        || desk.archive().user().roles().contains(org.cairn.domain.Role.OWNER));
    }

    /// Judges it.
    void assess(Aspect aspect, String value, String assessor, String reason, Runnable then) {
        after(
                () -> desk.archive()
                        .assessments()
                        .keep(new Assessment(item, aspect, value, assessor, Optional.empty(), reason)),
                text("assess.kept"),
                then);
    }

    /// Says what it is to another.
    ///
    /// @param inverse whether the other is that to this one
    void relate(Way way, boolean inverse, String other, Runnable then) {
        Optional<Reference> to = Reference.tryParse(other);
        if (to.isEmpty()) {
            told.set(Told.warning(text("relate.noItem"), text("relate.noItem.do")));
            return;
        }
        Reference later = inverse ? to.get() : item;
        Reference earlier = inverse ? item : to.get();
        after(() -> desk.archive().relatives().relate(later, way, earlier), "", () -> {
            then.run();
            revised.run();
        });
    }

    /// Says that this one, which came later, is a copy of another it looks like, or the other of this.
    void relateCopy(Reference other) {
        boolean later = item.number() > other.number();
        relate(Way.COPY_OF, !later, other.toString(), () -> {});
    }

    /// Says that another is not the same, however much they look alike.
    void notTheSame(Reference other) {
        after(
                () -> {
                    desk.archive().lookalikes().notTheSame(item, other);
                    return other;
                },
                text("alike.kept"),
                () -> {});
    }

    /// Says that it is not that to another after all.
    void unrelate(Relative relative) {
        Reference other = relative.other().reference();
        Reference later = relative.inverse() ? other : item;
        Reference earlier = relative.inverse() ? item : other;
        after(() -> desk.archive().relatives().unrelate(later, relative.way(), earlier), "", revised);
    }

    /// Writes down what was done to it; where asked for, also the receipt that both sign.
    void handle(Callable<Handling> handling, Optional<Path> receipt, Runnable then) {
        Locale language = desk.words().locale();
        after(
                () -> {
                    long line = desk.archive()
                            .things()
                            .handle(item, handling.call())
                            .sequence();
                    if (receipt.isPresent()) {
                        byte[] paper = desk.archive().things().receipt(item, line, language);
                        try {
                            Files.write(receipt.get(), paper, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        } catch (java.io.IOException e) {
                            throw new ArchiveException.NotReachable();
                        }
                    }
                    return line;
                },
                text(receipt.isPresent() ? "handle.keptWithReceipt" : "handle.kept"),
                () -> {
                    correcting.set(null);
                    then.run();
                });
    }

    /// @param said what is told when it is done, or empty
    private void after(Callable<?> change, String said, Runnable then) {
        told.set(null);
        desk.tasks()
                .fetch(
                        () -> {
                            change.call();
                            return load();
                        },
                        fresh -> {
                            work.set(fresh);
                            if (!said.isEmpty()) {
                                told.set(Told.success(said));
                            }
                            then.run();
                            custodyChanged.run();
                        },
                        this::fail);
    }

    private String text(String key) {
        Messages words = desk.words().of("evidence");
        return words.text(key);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
