package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Redactions;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Occurrence;
import org.cairn.domain.Reference;
import org.cairn.drawing.Box;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Words that are looked for in all exhibits of a draft: every place is listed, and blacked out once it is confirmed.
final class FoundViewModel implements AutoCloseable {

    /// A place that was found.
    ///
    /// @param confirmed whether it is to be blacked out
    record Line(Occurrence found, BooleanProperty confirmed) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    private final Desk desk;
    private final DraftViewModel draft;
    private final ObjectProperty<String> reason;
    private final ObjectProperty<BundleVersion> from;
    private final ObjectProperty<@Nullable Told> told;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Reference> notSeen = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper confirmed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
    private final Map<String, BundleVersion> hidden = new LinkedHashMap<>();
    private List<String> lookedFor = List.of();
    private int finding;

    /// @param reason why something is blacked out
    /// @param from the first version that is without it
    /// @param changed told whenever what was found, or is blacked out, is another
    FoundViewModel(
            Desk desk,
            DraftViewModel draft,
            ObjectProperty<String> reason,
            ObjectProperty<BundleVersion> from,
            ObjectProperty<@Nullable Told> told,
            Runnable changed) {
        this.desk = desk;
        this.draft = draft;
        this.reason = reason;
        this.from = from;
        this.told = told;
        this.changed = changed;
        from.subscribe((before, now) -> lines.stream()
                .filter(line -> !waits(line.found()))
                .forEach(line -> line.confirmed().set(false)));
    }

    /// Whether words were looked for.
    ReadOnlyBooleanProperty lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /// The words that are looked for, one a line.
    StringProperty wordsProperty() {
        return words;
    }

    /// Every place that was found.
    ObservableList<Line> lines() {
        return lines;
    }

    /// Exhibits whose pages cannot be looked at.
    ObservableList<Reference> notSeen() {
        return notSeen;
    }

    /// The looking that is going on.
    ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /// Changes whenever what is taken out may be another.
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// The draft is another: what is taken out of it may be, too.
    void follow() {
        changes.set(changes.get() + 1);
    }

    /// Knows nothing any more of what was found: the pages may be others since.
    void forget() {
        cancel();
        lines.clear();
        notSeen.clear();
        looked.set(false);
        recount();
    }

    /// Whether the archive may be asked who the witnesses are.
    boolean mayPropose() {
        return desk.archive().witnesses().mayOpenIdentities();
    }

    /// What was found on a page of an exhibit.
    List<Box> marks(@Nullable Reference exhibit, int page) {
        return lines.stream()
                .map(Line::found)
                .filter(found -> found.exhibit().equals(exhibit))
                .flatMap(found -> found.spots().stream())
                .filter(spot -> spot.page() == page)
                .map(spot -> RedactViewModel.box(spot.area()))
                .toList();
    }

    /// Fills in who the witnesses of the draft are.
    void propose() {
        var now = draft.draft();
        desk.tasks()
                .fetch(
                        () -> desk.archive().redactions().proposed(now),
                        known -> {
                            List<String> all = new ArrayList<>(sought());
                            known.stream().filter(word -> !all.contains(word)).forEach(all::add);
                            words.set(String.join("\n", all));
                            if (known.isEmpty()) {
                                told.set(Told.info(desk.words().of("bundles").text("redact.nobody")));
                            }
                        },
                        this::fail);
    }

    private List<String> sought() {
        return words.get()
                .lines()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Looks for the words in every exhibit.
    void find() {
        List<String> wanted = sought();
        if (wanted.isEmpty() || job.get() != null) {
            return;
        }
        var now = draft.draft();
        told.set(null);
        boolean[] over = new boolean[1];
        finding++;
        int mine = finding;
        Job started = desk.tasks()
                .start(
                        desk.words().of("bundles").text("redact.job"),
                        progress -> desk.archive().redactions().find(now, wanted, progress),
                        found -> {
                            over[0] = true;
                            if (mine == finding) {
                                job.set(null);
                                found(found, wanted);
                            }
                        },
                        failure -> {
                            over[0] = true;
                            if (mine == finding) {
                                job.set(null);
                                fail(failure);
                            }
                        });
        if (!over[0]) {
            job.set(started);
        }
    }

    /// Stops looking.
    void cancel() {
        finding++;
        Job running = job.get();
        if (running != null) {
            running.cancel();
            job.set(null);
        }
    }

    private void found(Redactions.Sought found, List<String> words) {
        lookedFor = words;
        lines.setAll(found.found().stream()
                .map(one -> line(one, one.alone() && waits(one)))
                .toList());
        recount();
        notSeen.setAll(found.notSeen());
        looked.set(true);
        changed.run();
    }

    /// Whether a place can be blacked out, and is not yet in the version that is chosen.
    boolean waits(Occurrence found) {
        return !found.spots().isEmpty() && !isHidden(found);
    }

    /// Whether a place is taken out of the version that is chosen, as the draft stands now.
    boolean isHidden(Occurrence found) {
        return draft.draft()
                .hiddenFrom(found.exhibit(), found.within(), found.spots())
                .filter(from.get()::leavesOut)
                .isPresent();
    }

    /// Words of which a place was blacked out, each with the first version that must be without it.
    Map<String, BundleVersion> hiddenWords() {
        return Map.copyOf(hidden);
    }

    /// Ticks all that wait, or none.
    void confirmAll(boolean yes) {
        lines.stream()
                .filter(line -> waits(line.found()))
                .forEach(line -> line.confirmed().set(yes));
    }

    /// How many are ticked.
    ReadOnlyIntegerProperty confirmedProperty() {
        return confirmed.getReadOnlyProperty();
    }

    private Line line(Occurrence found, boolean ticked) {
        BooleanProperty tick = new SimpleBooleanProperty(ticked);
        tick.subscribe((before, now) -> recount());
        return new Line(found, tick);
    }

    private void recount() {
        confirmed.set(
                (int) lines.stream().filter(line -> line.confirmed().get()).count());
    }

    /// Blacks out what is ticked.
    void redactConfirmed() {
        List<Occurrence> all = lines.stream()
                .filter(line -> line.confirmed().get())
                .map(Line::found)
                .toList();
        try {
            draft.redact(all, from.get(), reason.get());
        } catch (ArchiveException e) {
            fail(e);
            return;
        }
        BundleVersion first = from.get();
        all.forEach(one -> hidden.merge(lookedFor.get(one.word()), first, (a, b) -> a.leavesOut(b) ? b : a));
        lines.setAll(lines.stream().map(one -> line(one.found(), false)).toList());
        recount();
        changed.run();
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }

    @Override
    public void close() {
        cancel();
    }
}
