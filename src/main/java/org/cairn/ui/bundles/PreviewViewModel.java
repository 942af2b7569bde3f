package org.cairn.ui.bundles;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.DraftPages;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.VolumeSpan;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.OpenPages;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.pages.PdfPages;
import org.jspecify.annotations.Nullable;

/// The bundle as it would be written now, page by page. It follows the draft by itself while that is quick, a moment
/// after the last change; where it takes long, it waits to be asked.
final class PreviewViewModel implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration QUICK = Duration.ofSeconds(6);

    /// How the pages stand to the draft.
    enum Standing {
        /// The draft has no exhibit.
        EMPTY,
        /// They are being put together.
        MAKING,
        /// They are what would be written now.
        FRESH,
        /// The draft was changed since.
        STALE,
        /// They could not be put together.
        FAILED
    }

    private final Desk desk;
    private final DraftViewModel draft;
    private final Tasks.Timer timer;
    private final OpenPages pages;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.EMPTY);
    private final ReadOnlyObjectWrapper<List<RuleResult>> notes = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<BundleVersion>> version = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable VolumeSpan> volume = new SimpleObjectProperty<>();
    private final ObservableList<VolumeSpan> volumes = FXCollections.observableArrayList();
    private @Nullable DraftPages made;
    private @Nullable Job job;
    private Duration took = Duration.ZERO;
    private int making;
    private int changed;
    private int shown = -1;
    private int quiet = -1;
    private boolean choosing;

    PreviewViewModel(Desk desk, DraftViewModel draft) {
        this.desk = desk;
        this.draft = draft;
        this.pages =
                new OpenPages(desk.tasks(), failure -> told.set(desk.errors().tell(failure)));
        this.timer = desk.tasks().every(LOOK_EVERY, this::follow);
        draft.onChange(this::changed);
        draft.selectedProperty().subscribe(this::goToSelected);
        version.subscribe((from, to) -> make());
        volume.subscribe((from, to) -> {
            if (!choosing && to != null) {
                open(to, 1);
            }
        });
    }

    /// The pages of the volume that is looked at.
    OpenPages pages() {
        return pages;
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// What had to be mended to set the pages, and what a person must look at.
    ReadOnlyObjectProperty<List<RuleResult>> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /// Why they could not be put together.
    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Which version is looked at; nothing for the closest.
    ObjectProperty<Optional<BundleVersion>> versionProperty() {
        return version;
    }

    ObjectProperty<@Nullable VolumeSpan> volumeProperty() {
        return volume;
    }

    ObservableList<VolumeSpan> volumes() {
        return volumes;
    }

    /// The number that is printed on a page of the volume that is looked at.
    int printed(int page) {
        VolumeSpan span = volume.get();
        return span == null ? page : span.firstPage() + page - 1;
    }

    /// The number on the last page of the last volume.
    int lastPage() {
        return volumes.isEmpty() ? 0 : volumes.getLast().lastPage();
    }

    private void changed() {
        changed++;
        if (draft.draft().references().isEmpty()) {
            stop();
            letGo();
            standing.set(Standing.EMPTY);
        } else if (standing.get() != Standing.MAKING) {
            standing.set(Standing.STALE);
        }
    }

    /// A second after the last change they are made anew, where that is quick.
    private void follow() {
        boolean settled = quiet == changed;
        quiet = changed;
        if (settled && shown != changed && job == null && took.compareTo(QUICK) < 0) {
            make();
        }
    }

    /// Puts the pages together as the draft is now.
    void make() {
        stop();
        var now = draft.draft();
        var choices = draft.choices();
        if (now.references().isEmpty()) {
            return;
        }
        shown = changed;
        making++;
        int mine = making;
        Instant begun = desk.environment().clock().instant();
        Optional<BundleVersion> wanted = version.get().filter(draft.versions()::contains);
        standing.set(Standing.MAKING);
        Job started = desk.tasks()
                .start(
                        desk.words().of("bundles").text("look.job"),
                        progress -> desk.archive().bundles().preview(now, wanted, choices, progress),
                        fresh -> made(mine, fresh, begun),
                        failure -> failed(mine, failure));
        if (standing.get() == Standing.MAKING) {
            job = started;
        }
    }

    private void made(int mine, DraftPages fresh, Instant begun) {
        if (mine != making) {
            fresh.close();
            return;
        }
        job = null;
        took = Duration.between(begun, desk.environment().clock().instant());
        int at = volume.get() == null ? 1 : pages.pageProperty().get();
        int number = volume.get() == null ? 0 : volume.get().number();
        letGo();
        made = fresh;
        notes.set(fresh.notes());
        choosing = true;
        volumes.setAll(fresh.volumes());
        VolumeSpan there = volumes.stream()
                .filter(span -> span.number() == number)
                .findFirst()
                .orElse(volumes.getFirst());
        volume.set(there);
        choosing = false;
        told.set(null);
        standing.set(shown == changed ? Standing.FRESH : Standing.STALE);
        open(there, Math.max(1, at));
    }

    private void failed(int mine, Throwable failure) {
        if (mine == making) {
            job = null;
            letGo();
            told.set(desk.errors().tell(failure));
            standing.set(Standing.FAILED);
        }
    }

    private void open(VolumeSpan span, int page) {
        DraftPages from = made;
        if (from != null) {
            pages.open(() -> PdfPages.of(desk.tasks().drawing(), from.open(span)), page, Sought.NOTHING, () -> {});
        }
    }

    private void goToSelected() {
        draft.selectedExhibit().ifPresent(exhibit -> goTo(exhibit.reference()));
    }

    private void goTo(Reference exhibit) {
        DraftPages from = made;
        if (from == null) {
            return;
        }
        Optional<ExhibitPlace> place = from.places().stream()
                .filter(one -> one.exhibit().equals(exhibit))
                .findFirst();
        Optional<VolumeSpan> in = place.flatMap(one -> volumes.stream()
                .filter(span -> span.firstPage() <= one.page() && one.page() <= span.lastPage())
                .findFirst());
        if (place.isPresent() && in.isPresent()) {
            int page = place.get().page() - in.get().firstPage() + 1;
            if (in.get().equals(volume.get())) {
                pages.go(page);
            } else {
                choosing = true;
                volume.set(in.get());
                choosing = false;
                open(in.get(), page);
            }
        }
    }

    private void stop() {
        making++;
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void letGo() {
        pages.close();
        DraftPages before = made;
        made = null;
        if (before != null) {
            before.close();
        }
        choosing = true;
        volumes.clear();
        volume.set(null);
        choosing = false;
        notes.set(List.of());
    }

    @Override
    public void close() {
        timer.close();
        stop();
        letGo();
    }
}
