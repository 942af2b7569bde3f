package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.ExhibitLook;
import org.cairn.archive.Redactions;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.domain.BundleDraft.Exhibit;
import org.cairn.domain.BundleDraft.Redacted.Part;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Occurrence;
import org.cairn.domain.Reference;
import org.cairn.drawing.Box;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.PageSource;
import org.cairn.ui.documents.Sought;
import org.jspecify.annotations.Nullable;

/// Blacking out: areas that are drawn on the pages of an exhibit, and words that are looked for in all exhibits, each
/// place of which is listed and confirmed.
final class RedactViewModel implements AutoCloseable {

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
    private final PageSource source;
    private final ReadOnlyObjectWrapper<@Nullable Reference> exhibit = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Part>> parts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<String> reason = new SimpleObjectProperty<>("WITNESS_IDENTITY");
    private final ObjectProperty<BundleVersion> from = new SimpleObjectProperty<>(BundleVersion.CONFIDENTIAL);
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper confirmed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ObservableList<Reference> notSeen = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private Runnable opened = () -> {};
    private final Map<String, BundleVersion> hidden = new LinkedHashMap<>();
    private @Nullable ExhibitLook look;
    private int opening;
    private int finding;
    private List<String> lookedFor = List.of();

    RedactViewModel(Desk desk, DraftViewModel draft) {
        this.desk = desk;
        this.draft = draft;
        this.source = new PageSource(desk.tasks(), this::fail);
        draft.outlineProperty().subscribe(this::refresh);
        from.subscribe(() -> lines.stream()
                .filter(line -> !waits(line.found()))
                .forEach(line -> line.confirmed().set(false)));
    }

    /// The pages of the exhibit that is looked at.
    PageSource source() {
        return source;
    }

    ReadOnlyObjectProperty<@Nullable Reference> exhibitProperty() {
        return exhibit.getReadOnlyProperty();
    }

    /// What is blacked out of it.
    ReadOnlyObjectProperty<List<Part>> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    /// Whether an area covers something else by now than when it was drawn.
    ReadOnlyBooleanProperty movedProperty() {
        return moved.getReadOnlyProperty();
    }

    /// Whether words were looked for.
    ReadOnlyBooleanProperty lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /// The words that are looked for, one a line.
    StringProperty wordsProperty() {
        return words;
    }

    /// Why something is blacked out from now on.
    ObjectProperty<String> reasonProperty() {
        return reason;
    }

    /// The first version that is without it.
    ObjectProperty<BundleVersion> fromProperty() {
        return from;
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

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether the archive may be asked who the witnesses are.
    boolean mayPropose() {
        return desk.archive().witnesses().mayOpenIdentities();
    }

    /// Is told whenever a page can be shown.
    void onOpened(Runnable then) {
        opened = then;
    }

    /// The versions from which something can be taken out.
    List<BundleVersion> versions() {
        return draft.versions().isEmpty() ? List.of(BundleVersion.CONFIDENTIAL) : draft.versions();
    }

    /// Begins at an exhibit, with nothing known of the pages of before: the draft may be another since. What is taken
    /// out is first taken out of the closest version that is not for the court alone.
    void begin(Reference reference) {
        List<BundleVersion> kinds = versions();
        from.set(kinds.stream()
                .filter(kind -> kind != BundleVersion.CONFIDENTIAL)
                .findFirst()
                .orElse(BundleVersion.CONFIDENTIAL));
        cancel();
        lines.clear();
        notSeen.clear();
        looked.set(false);
        recount();
        letGo();
        open(reference, 1);
    }

    /// Opens an exhibit at a page.
    void open(Reference reference, int page) {
        if (reference.equals(exhibit.get()) && look != null) {
            source.pageProperty()
                    .set(Math.clamp(page, 1, Math.max(1, source.countProperty().get())));
            opened.run();
            return;
        }
        opening++;
        int mine = opening;
        letGo();
        exhibit.set(reference);
        refresh();
        var now = draft.draft();
        desk.tasks()
                .start(
                        desk.words().of("bundles").text("redact.opening"),
                        progress -> desk.archive().redactions().pages(now, reference, progress),
                        fresh -> {
                            if (mine == opening) {
                                took(fresh, page);
                            } else {
                                fresh.close();
                            }
                        },
                        failure -> {
                            if (mine == opening) {
                                fail(failure);
                            }
                        });
    }

    private void took(ExhibitLook fresh, int page) {
        look = fresh;
        judge();
        source.open(fresh::open, page, Sought.NOTHING, () -> opened.run());
    }

    /// What is blacked out on a page.
    List<Box> covers(int page) {
        return parts.get().stream()
                .filter(part -> part.what().page() == page)
                .map(part -> box(part.what().area()))
                .toList();
    }

    /// What was found on a page.
    List<Box> marks(int page) {
        return lines.stream()
                .map(Line::found)
                .filter(found -> found.exhibit().equals(exhibit.get()))
                .flatMap(found -> found.spots().stream())
                .filter(spot -> spot.page() == page)
                .map(spot -> box(spot.area()))
                .toList();
    }

    private static Box box(Area area) {
        return new Box(area.x(), area.y(), area.width(), area.height());
    }

    /// Blacks out an area.
    ///
    /// @param page the one that is seen, which need not be the one that was asked for last
    void draw(int page, Box part) {
        draw(page, Area.within(part.x(), part.y(), part.x() + part.width(), part.y() + part.height()));
    }

    /// Withholds a page.
    void withholdPage(int page) {
        draw(page, Area.WHOLE);
    }

    private void draw(int page, Area area) {
        ExhibitLook on = look;
        Optional<Exhibit> to = current();
        if (on == null || page < 1) {
            return;
        }
        if (to.isEmpty()) {
            told.set(Told.info(desk.words().of("bundles").text("redact.attachment")));
            return;
        }
        if (moved.get()) {
            told.set(Told.warning(
                    desk.words().of("bundles").text("redact.movedFirst"),
                    desk.words().of("bundles").text("redact.movedFirst.do")));
            return;
        }
        String why = reason.get();
        BundleVersion first = from.get();
        desk.tasks()
                .look(
                        () -> on.part(page, area, why, first),
                        part -> {
                            if (on.equals(look)) {
                                add(on, part);
                            }
                        },
                        this::fail);
    }

    private void add(ExhibitLook on, Part fresh) {
        List<Part> all = new ArrayList<>(parts.get());
        all.add(fresh);
        keep(on.of(), all);
    }

    /// Takes an area away again.
    void remove(Part part) {
        List<Part> all = new ArrayList<>(parts.get());
        all.remove(part);
        current()
                .flatMap(Exhibit::redacted)
                .flatMap(redacted ->
                        redacted.of().or(() -> Optional.ofNullable(look).map(ExhibitLook::of)))
                .ifPresent(of -> keep(of, all));
    }

    /// Every area was looked at, and covers what it is to cover; those on pages that are not there any more stay, and
    /// the bundle is not written with them.
    void confirmMoved() {
        ExhibitLook on = look;
        List<Part> now = parts.get();
        if (on == null) {
            return;
        }
        if (now.stream().anyMatch(part -> part.what().page() > on.count())) {
            told.set(Told.warning(
                    desk.words().of("bundles").text("redact.beyondEnd"),
                    desk.words().of("bundles").text("redact.beyondEnd.do")));
            return;
        }
        desk.tasks()
                .look(
                        () -> now.stream()
                                .map(part -> on.part(
                                        part.what().page(),
                                        part.what().area(),
                                        part.what().reason(),
                                        part.from()))
                                .toList(),
                        again -> {
                            if (on.equals(look) && now.equals(parts.get())) {
                                keep(on.of(), again);
                            }
                        },
                        this::fail);
    }

    private void keep(Fingerprint of, List<Part> all) {
        current().ifPresent(one -> draft.change(one.redacting(of, all)));
        judge();
    }

    private Optional<Exhibit> current() {
        return Optional.ofNullable(exhibit.get()).flatMap(draft::exhibit);
    }

    private void refresh() {
        List<Part> now = current().map(Exhibit::parts).orElse(List.of());
        if (!now.equals(parts.get())) {
            parts.set(now);
        }
        changes.set(changes.get() + 1);
    }

    /// Changes whenever what is taken out may be another.
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void judge() {
        ExhibitLook on = look;
        List<Part> now = parts.get();
        if (on == null || now.isEmpty()) {
            moved.set(false);
            return;
        }
        boolean another = current()
                .flatMap(Exhibit::redacted)
                .flatMap(redacted -> redacted.of())
                .filter(of -> !of.equals(on.of()))
                .isPresent();
        desk.tasks()
                .look(
                        () -> another || !now.stream().allMatch(part -> on.fits(part.what())),
                        misfit -> {
                            if (on.equals(look)) {
                                moved.set(misfit);
                            }
                        },
                        this::fail);
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
        opened.run();
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
        judge();
        opened.run();
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }

    private void letGo() {
        source.close();
        ExhibitLook before = look;
        look = null;
        moved.set(false);
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        opening++;
        cancel();
        letGo();
    }
}
