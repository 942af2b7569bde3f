package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.cairn.archive.ExhibitLook;
import org.cairn.domain.Area;
import org.cairn.domain.BundleDraft.Exhibit;
import org.cairn.domain.BundleDraft.Redacted.Part;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.drawing.Box;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.PageSource;
import org.cairn.ui.documents.Sought;
import org.jspecify.annotations.Nullable;

/// Blacking out: the pages of an exhibit and the areas that are drawn on them; words are found by [FoundViewModel].
final class RedactViewModel implements AutoCloseable {

    private final Desk desk;
    private final DraftViewModel draft;
    private final PageSource source;
    private final ReadOnlyObjectWrapper<@Nullable Reference> exhibit = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Part>> parts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<String> reason = new SimpleObjectProperty<>("WITNESS_IDENTITY");
    private final ObjectProperty<BundleVersion> from = new SimpleObjectProperty<>(BundleVersion.CONFIDENTIAL);
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final FoundViewModel found;
    private final Subscription following;
    private Runnable opened = () -> {};
    private @Nullable ExhibitLook look;
    private int opening;

    RedactViewModel(Desk desk, DraftViewModel draft) {
        this.desk = desk;
        this.draft = draft;
        this.source = new PageSource(desk.tasks(), this::fail);
        this.found = new FoundViewModel(desk, draft, reason, from, told, this::again);
        this.following = draft.outlineProperty().subscribe(this::refresh);
    }

    /// The words that are looked for, and where they stand.
    FoundViewModel found() {
        return found;
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

    /// Why something is blacked out from now on.
    ObjectProperty<String> reasonProperty() {
        return reason;
    }

    /// The first version that is without it.
    ObjectProperty<BundleVersion> fromProperty() {
        return from;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
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
        found.forget();
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

    static Box box(Area area) {
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
        found.follow();
    }

    /// What was found, or what is taken out, is another.
    private void again() {
        judge();
        opened.run();
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
        following.unsubscribe();
        found.close();
        letGo();
    }
}
