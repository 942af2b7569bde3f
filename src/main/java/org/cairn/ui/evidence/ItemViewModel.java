package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Kept;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Page;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.sound.PlayerViewModel;
import org.cairn.ui.sound.TranscriptViewModel;
import org.jspecify.annotations.Nullable;

/// One item that is looked at: what is known of it, and what a person does with it.
///
/// Its bytes are the affair of [Viewing], its description of [Describing], its way out of [Leaving].
final class ItemViewModel implements AutoCloseable {

    private static final int MANY_EVENTS = 500;

    private final Desk desk;
    private final ObjectProperty<@Nullable Item> item = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ObservableList<CustodyEvent> events = FXCollections.observableArrayList();
    private final PagedRows<Passage> passages;
    private final ItemSource source;
    private final Viewing viewing;
    private final Describing describing;
    private final Leaving leaving;
    private @Nullable WorkViewModel work;
    private @Nullable Reference wanted;

    ItemViewModel(Desk desk) {
        this.desk = desk;
        DescriptionDrafts drafts = new DescriptionDrafts(desk);
        this.passages = new PagedRows<>(desk.tasks(), this::fail);
        this.source = new ItemSource(desk, drafts);
        this.viewing = new Viewing(desk, this::fail);
        this.describing = new Describing(desk, drafts, source, this::described, this::fail);
        this.leaving = new Leaving(desk, told::set, this::fail);
    }

    ObjectProperty<@Nullable Item> itemProperty() {
        return item;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// What happened to it, first to last.
    ObservableList<CustodyEvent> events() {
        return events;
    }

    /// The text that was read of it.
    PagedRows<Passage> passages() {
        return passages;
    }

    /// What is open of its bytes.
    Viewing viewing() {
        return viewing;
    }

    FindViewModel find() {
        return viewing.find();
    }

    /// The place it was opened at.
    Optional<Pinpoint> pinpoint() {
        return viewing.pinpoint();
    }

    /// Opens an item, at a place in it, with what is sought there.
    void open(Reference reference, Optional<Pinpoint> at, Sought sought) {
        wanted = reference;
        told.set(null);
        describing.leave();
        leaving.dismiss();
        item.set(null);
        events.clear();
        viewing.turnTo(reference, at, sought);
        refresh(reference);
    }

    private void refresh(Reference reference) {
        desk.tasks().fetch(() -> source.load(reference), loaded -> show(loaded, Optional.empty()), this::fail);
    }

    /// The work on the open item: the same as long as it is open.
    WorkViewModel work(Item open) {
        WorkViewModel known = work;
        if (known == null || !known.item().equals(open.reference())) {
            Reference reference = open.reference();
            known = new WorkViewModel(desk, reference, () -> loadEvents(reference), () -> refresh(reference));
            work = known;
        }
        return known;
    }

    /// The work on the open item, where anything of it is shown.
    Optional<WorkViewModel> workSoFar() {
        return Optional.ofNullable(work);
    }

    /// The text of its pages.
    PageTextModel pageText(Item open) {
        return new PageTextModel(desk, open, this::fail, () -> refresh(open.reference()));
    }

    /// What it is listened to with: the same as long as it is open.
    PlayerViewModel player(Item open) {
        return viewing.player(open);
    }

    /// What is said in it, while it is written down.
    TranscriptViewModel transcript(Item open) {
        return viewing.transcript(open, kept -> refresh(kept.reference()));
    }

    /// The description that is being written; null while it is only read.
    ObjectProperty<@Nullable DescriptionViewModel> describingProperty() {
        return describing.openProperty();
    }

    /// Whether the person may describe it.
    boolean mayDescribe() {
        return desk.archive().evidence().mayDescribe();
    }

    /// Begins to describe it.
    void describe() {
        Item open = item.get();
        if (open != null && mayDescribe()) {
            describing.begin(open);
        }
    }

    private void described(Item fresh, Kept kept) {
        show(fresh, Optional.of(Told.success(text("describe.kept", kept.revision()))));
    }

    /// Saves what is being written apart, to be gone on with.
    Runnable parting() {
        Runnable words = viewing.parting();
        Runnable described = describing.parting();
        return () -> {
            words.run();
            described.run();
        };
    }

    /// The person goes elsewhere: what is being written waits for them.
    void setAside() {
        desk.tasks().run(parting(), () -> {}, this::fail);
    }

    /// What is asked before the original leaves, while it is asked.
    ObjectProperty<@Nullable ExportViewModel> exportProperty() {
        return leaving.openProperty();
    }

    /// Asks what the original leaves for, and for whom.
    void askToExport() {
        told.set(null);
        leaving.ask(Objects.requireNonNull(wanted));
    }

    /// Does not export it after all.
    void dismissExport() {
        leaving.dismiss();
    }

    /// Writes the original bytes into a folder, for what was asked.
    void export(Path folder, ExportViewModel asked) {
        leaving.write(folder, asked, this::loadEvents);
    }

    /// Whether the person may have it read again, and that can be worth it.
    boolean mayReadAgain() {
        Item open = item.get();
        return open != null
                && mayDescribe()
                && open.reading().filter(ItemViewModel::missesSome).isPresent();
    }

    private static boolean missesSome(Reading reading) {
        return reading.status() == ReadingStatus.UNREADABLE || reading.status() == ReadingStatus.PARTIAL;
    }

    /// Reads it again, and shows it anew.
    void readAgain() {
        Reference reference = Objects.requireNonNull(wanted);
        told.set(null);
        desk.tasks()
                .start(
                        text("readAgain.job", reference),
                        progress -> {
                            desk.archive().evidence().readAgain(List.of(reference), progress, inside -> {});
                            return source.load(reference);
                        },
                        fresh -> show(fresh, Optional.of(Told.success(text("readAgain.done", reference)))),
                        this::fail);
    }

    /// Puts it into the bundle being drafted.
    void addToBundle() {
        Reference reference = Objects.requireNonNull(wanted);
        Messages words = desk.words().of("evidence");
        LanguageTag language = new LanguageTag(words.locale().getLanguage());
        desk.tasks()
                .fetch(
                        () -> new BundleInHand(desk.archive().drafts())
                                .add(reference, words.text("bundle.new"), words.text("bundle.section"), language),
                        laid -> told.set(Told.success(
                                text("bundle.added", reference, laid.draft().title()))),
                        this::fail);
    }

    @Override
    public void close() {
        wanted = null;
        describing.leave();
        item.set(null);
        leaving.dismiss();
        viewing.close();
        passages.show((offset, limit) -> new Page<>(List.of(), 0), none -> {});
    }

    /// Shows what was loaded, where the person still looks at it.
    private void show(Item loaded, Optional<Told> then) {
        if (!loaded.reference().equals(wanted)) {
            return;
        }
        Reference reference = loaded.reference();
        if (loaded.evidence().isPresent()) {
            passages.show((offset, limit) -> desk.archive().evidence().passages(reference, offset, limit), total -> {});
        }
        item.set(loaded);
        loaded.unfinished().ifPresent(unfinished -> goOn(loaded, unfinished));
        loadEvents(reference);
        then.ifPresent(told::set);
    }

    private void goOn(Item loaded, Item.Unfinished unfinished) {
        describing.begin(loaded, unfinished.written());
        if (unfinished.changedMeanwhile()) {
            Messages shell = desk.words().of("shell");
            told.set(Told.warning(shell.text("draft.changedMeanwhile"), shell.text("draft.changedMeanwhile.do")));
        }
    }

    private void loadEvents(Reference reference) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().custody().events(Optional.of(reference), 0, MANY_EVENTS),
                        found -> {
                            if (reference.equals(wanted)) {
                                events.setAll(found);
                            }
                        },
                        this::fail);
    }

    private String text(String key, Object... arguments) {
        return desk.words().of("evidence").text(key, arguments);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
