package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Drafts;
import org.cairn.archive.Handover;
import org.cairn.archive.Kept;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Page;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.PageSource;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.pages.Pictures;
import org.cairn.ui.sound.PlayerViewModel;
import org.cairn.ui.sound.TranscriptViewModel;
import org.jspecify.annotations.Nullable;

/// One item that is looked at.
final class ItemViewModel implements AutoCloseable {

    /// How an item can be shown.
    enum Manner {
        /// Page by page.
        PAGES,
        /// As a picture.
        PICTURE,
        /// To be listened to, with what is said in it.
        SOUND,
        /// As the text that was read of it.
        TEXT,
        /// Only what is known of it, and the first bytes.
        BYTES,
        /// A record with fields and no file.
        FIELDS
    }

    /// A description that was begun.
    ///
    /// @param changedMeanwhile whether somebody has described the item otherwise since
    record Unfinished(EvidenceDescription written, boolean changedMeanwhile) {}

    /// What is known of it at a glance.
    ///
    /// @param unfinished a description that was being written when the archive was locked
    record Item(
            Revision revision,
            Optional<Reading> reading,
            List<Summary> inside,
            Optional<Summary> parent,
            Optional<Unfinished> unfinished,
            Map<String, String> facts) {

        ArchiveRecord record() {
            return revision.record();
        }

        Optional<EvidenceItem> evidence() {
            return record() instanceof EvidenceItem item ? Optional.of(item) : Optional.empty();
        }

        String mediaType() {
            return reading.map(Reading::mediaType)
                    .filter(type -> !type.isBlank())
                    .or(() -> evidence().map(EvidenceItem::mediaType))
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Item";
        }
    }

    private static final int FIRST_BYTES = 512;
    private static final int MANY_EVENTS = 500;

    private final Desk desk;
    private final ObjectProperty<@Nullable Item> item = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ObservableList<CustodyEvent> events = FXCollections.observableArrayList();
    private final PagedRows<Passage> passages;
    private final PageSource pages;
    private final PictureSource pictures;
    private final FindViewModel find;
    private final ObjectProperty<@Nullable DescriptionViewModel> describing = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ExportViewModel> export = new SimpleObjectProperty<>();
    private @Nullable PlayerViewModel player;
    private @Nullable TranscriptViewModel transcript;
    private @Nullable WorkViewModel work;
    private @Nullable Reference wanted;
    private Optional<Pinpoint> pinpoint = Optional.empty();

    ItemViewModel(Desk desk) {
        this.desk = desk;
        this.passages = new PagedRows<>(desk.tasks(), this::fail);
        this.pages = new PageSource(desk.tasks(), this::fail);
        this.pictures = new PictureSource(desk.tasks());
        this.find = new FindViewModel(desk, this::fail);
    }

    ObjectProperty<@Nullable Item> itemProperty() {
        return item;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// The description that is being written; null while it is only read.
    ObjectProperty<@Nullable DescriptionViewModel> describingProperty() {
        return describing;
    }

    /// Whether the person may describe it.
    boolean mayDescribe() {
        return desk.archive().evidence().mayDescribe();
    }

    /// What happened to it, first to last.
    ObservableList<CustodyEvent> events() {
        return events;
    }

    /// The text that was read of it.
    PagedRows<Passage> passages() {
        return passages;
    }

    PageSource pages() {
        return pages;
    }

    PictureSource pictures() {
        return pictures;
    }

    FindViewModel find() {
        return find;
    }

    /// The place it was opened at.
    Optional<Pinpoint> pinpoint() {
        return pinpoint;
    }

    /// What is asked before the original leaves, while it is asked.
    ObjectProperty<@Nullable ExportViewModel> exportProperty() {
        return export;
    }

    /// Opens an item, at a place in it, with what is sought there.
    void open(Reference reference, Optional<Pinpoint> at, Sought sought) {
        wanted = reference;
        pinpoint = at;
        told.set(null);
        describing.set(null);
        export.set(null);
        item.set(null);
        events.clear();
        pages.close();
        pictures.close();
        closeSound();
        find.begin(reference, sought, at.map(Pinpoint::ordinal).orElse(0));
        desk.tasks()
                .fetch(
                        () -> load(reference),
                        loaded -> {
                            if (reference.equals(wanted)) {
                                show(loaded);
                            }
                        },
                        this::fail);
    }

    /// The work on the open item: the same as long as it is open.
    WorkViewModel work(Item open) {
        WorkViewModel known = work;
        Reference reference = open.revision().reference();
        if (known == null || !known.item().equals(reference)) {
            known = new WorkViewModel(desk, reference, () -> loadEvents(reference), () -> refresh(reference));
            work = known;
        }
        return known;
    }

    /// The work on the open item, where anything of it is shown.
    Optional<WorkViewModel> workSoFar() {
        return Optional.ofNullable(work);
    }

    /// How the open item is shown.
    static Manner manner(Item open) {
        if (open.evidence().filter(item -> !item.physical()).isEmpty()) {
            return Manner.FIELDS;
        }
        String type = open.mediaType();
        boolean locked = open.reading()
                .map(read -> read.status() == ReadingStatus.ENCRYPTED)
                .orElse(false);
        if (locked) {
            return Manner.BYTES;
        }
        if (type.equals("application/pdf")) {
            return Manner.PAGES;
        }
        if (Pictures.shows(type)) {
            return Manner.PICTURE;
        }
        if (type.startsWith("audio/") || type.startsWith("video/")) {
            return Manner.SOUND;
        }
        return open.reading().map(Reading::passages).orElse(0) > 0 ? Manner.TEXT : Manner.BYTES;
    }

    /// Opens its pages.
    void openPages(Runnable then) {
        Reference reference = java.util.Objects.requireNonNull(wanted);
        int at = pinpoint.filter(Pinpoint.OfPage.class::isInstance)
                .map(Pinpoint::ordinal)
                .orElse(1);
        pages.open(() -> desk.archive().evidence().bytes(reference), at, find.sought(), then);
    }

    /// What it is listened to with: the same as long as it is open.
    PlayerViewModel player(Item open) {
        PlayerViewModel known = player;
        if (known == null) {
            known = new PlayerViewModel(desk, open.revision().reference());
            pinpoint.filter(Pinpoint.OfMoment.class::isInstance)
                    .map(Pinpoint::ordinal)
                    .ifPresent(known::goTo);
            player = known;
        }
        return known;
    }

    /// What is said in it, while it is written down.
    TranscriptViewModel transcript(Item open) {
        TranscriptViewModel known = transcript;
        if (known == null) {
            known = new TranscriptViewModel(desk, open.revision(), kept -> refresh(kept.reference()));
            transcript = known;
        }
        return known;
    }

    private void refresh(Reference reference) {
        desk.tasks()
                .fetch(
                        () -> load(reference),
                        fresh -> {
                            if (reference.equals(wanted)) {
                                show(fresh);
                            }
                        },
                        this::fail);
    }

    private void closeSound() {
        PlayerViewModel open = player;
        if (open != null) {
            open.close();
        }
        TranscriptViewModel written = transcript;
        if (written != null) {
            written.close();
        }
        player = null;
        transcript = null;
    }

    /// Opens its pictures.
    void openPictures() {
        Reference reference = java.util.Objects.requireNonNull(wanted);
        pictures.open(() -> desk.archive().evidence().bytes(reference));
    }

    /// Its first bytes, as people who know files read them.
    void head(java.util.function.Consumer<String> then) {
        Reference reference = java.util.Objects.requireNonNull(wanted);
        desk.tasks().fetch(() -> HexLines.of(firstBytes(reference)), then, this::fail);
    }

    /// Begins to describe it.
    void describe() {
        Item open = item.get();
        if (open != null && mayDescribe()) {
            open.evidence().ifPresent(evidence -> describe(open, EvidenceDescription.of(evidence)));
        }
    }

    private void describe(Item open, EvidenceDescription beginning) {
        describing.set(new DescriptionViewModel(desk, open, beginning, kept -> described(open, kept)));
    }

    private void described(Item open, Optional<Kept> kept) {
        describing.set(null);
        Reference reference = open.revision().reference();
        desk.tasks()
                .fetch(
                        () -> {
                            forgetDrafts(reference);
                            return load(reference);
                        },
                        fresh -> {
                            if (reference.equals(wanted) && kept.isPresent()) {
                                show(fresh);
                                told.set(Told.success(
                                        text("describe.kept", kept.get().revision())));
                            }
                        },
                        this::fail);
    }

    /// Saves what is being written apart, to be gone on with.
    Runnable parting() {
        TranscriptViewModel written = transcript;
        Runnable words = written == null ? () -> {} : written.parting();
        Runnable described = describedSoFar();
        return () -> {
            words.run();
            described.run();
        };
    }

    private Runnable describedSoFar() {
        DescriptionViewModel open = describing.get();
        if (open == null || !open.changed()) {
            return () -> {};
        }
        Item about = open.item();
        EvidenceItem written = open.described().appliedTo(about.evidence().orElseThrow());
        String id = draft(about.revision().reference()) + about.revision().number();
        return () -> {
            forgetDrafts(about.revision().reference());
            desk.archive().drafts().save(id, Drafts.write(written));
        };
    }

    /// The person goes elsewhere: what is being written waits for them.
    void setAside() {
        desk.tasks().run(parting(), () -> {}, this::fail);
    }

    /// What the names of drafts of a description begin with; the revision that was before the writer follows.
    private static String draft(Reference reference) {
        return "describe/" + reference + "/";
    }

    private List<Drafts.Draft> drafts(Reference reference) {
        return desk.archive().drafts().list().stream()
                .filter(draft -> draft.id().startsWith(draft(reference)))
                .toList();
    }

    private void forgetDrafts(Reference reference) {
        drafts(reference).forEach(draft -> desk.archive().drafts().discard(draft.id()));
    }

    /// Asks what the original leaves for, and for whom.
    void askToExport() {
        Reference reference = java.util.Objects.requireNonNull(wanted);
        told.set(null);
        ExportViewModel asking = new ExportViewModel(desk, reference, failure -> {
            export.set(null);
            fail(failure);
        });
        export.set(asking);
        asking.ask();
    }

    /// Does not export it after all.
    void dismissExport() {
        export.set(null);
    }

    /// Writes the original bytes into a folder, for what was asked.
    void export(Path folder, ExportViewModel asked) {
        Reference reference = asked.item();
        Handover handover = asked.handover();
        export.set(null);
        desk.tasks()
                .start(
                        text("export.job", reference),
                        progress -> desk.archive().evidence().export(reference, folder, handover, progress),
                        written -> {
                            told.set(new Told(
                                    Told.Kind.SUCCESS, text("export.done", reference), text("export.where", written)));
                            loadEvents(reference);
                        },
                        this::fail);
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
        Reference reference = java.util.Objects.requireNonNull(wanted);
        told.set(null);
        desk.tasks()
                .start(
                        text("readAgain.job", reference),
                        progress -> {
                            desk.archive().evidence().readAgain(List.of(reference), progress, inside -> {});
                            return load(reference);
                        },
                        fresh -> {
                            if (reference.equals(wanted)) {
                                show(fresh);
                                told.set(Told.success(text("readAgain.done", reference)));
                            }
                        },
                        this::fail);
    }

    /// Puts it into the bundle being drafted.
    void addToBundle() {
        Reference reference = java.util.Objects.requireNonNull(wanted);
        org.cairn.i18n.Messages words = desk.words().of("evidence");
        org.cairn.domain.LanguageTag language =
                new org.cairn.domain.LanguageTag(words.locale().getLanguage());
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
        describing.set(null);
        item.set(null);
        export.set(null);
        pages.close();
        pictures.close();
        closeSound();
        find.close();
        passages.show((offset, limit) -> new Page<>(List.of(), 0), none -> {});
    }

    private Item load(Reference reference) {
        Revision revision = desk.archive().records().open(reference);
        if (!(revision.record() instanceof EvidenceItem evidence)) {
            return new Item(
                    revision,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    facts(revision.record()));
        }
        return new Item(
                revision,
                desk.archive().evidence().reading(reference),
                desk.archive().evidence().children(reference),
                evidence.parent().flatMap(desk.archive().records()::summary),
                mayDescribe() ? unfinished(revision, evidence) : Optional.empty(),
                facts(evidence));
    }

    private Map<String, String> facts(ArchiveRecord record) {
        if (record instanceof EvidenceItem thing && thing.physical()) {
            return ThingFacts.of(thing, desk.words());
        }
        return record instanceof FormRecord form
                ? new FormWords(desk.words(), desk.archive().ownForms()).facts(form)
                : Map.of();
    }

    /// What was being written of it, over what others have written since.
    private Optional<Unfinished> unfinished(Revision current, EvidenceItem now) {
        Reference reference = current.reference();
        return drafts(reference).stream().findFirst().map(draft -> {
            EvidenceDescription written =
                    EvidenceDescription.of(Drafts.<EvidenceItem>read(RecordKind.EVIDENCE, draft.json()));
            int number = Integer.parseInt(draft.id().substring(draft(reference).length()));
            if (number == current.number()) {
                return new Unfinished(written, false);
            }
            EvidenceItem before = (EvidenceItem)
                    desk.archive().records().history(reference).get(number - 1).record();
            return new Unfinished(written.laidOver(EvidenceDescription.of(before), EvidenceDescription.of(now)), true);
        });
    }

    private void show(Item loaded) {
        Reference reference = loaded.revision().reference();
        if (loaded.evidence().isPresent()) {
            passages.show((offset, limit) -> desk.archive().evidence().passages(reference, offset, limit), total -> {});
        }
        item.set(loaded);
        loaded.unfinished().ifPresent(unfinished -> {
            describe(loaded, unfinished.written());
            if (unfinished.changedMeanwhile()) {
                org.cairn.i18n.Messages shell = desk.words().of("shell");
                told.set(Told.warning(shell.text("draft.changedMeanwhile"), shell.text("draft.changedMeanwhile.do")));
            }
        });
        loadEvents(reference);
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

    private byte[] firstBytes(Reference reference) {
        try (SeekableByteChannel from = desk.archive().evidence().bytes(reference)) {
            ByteBuffer first = ByteBuffer.allocate(FIRST_BYTES);
            while (first.hasRemaining() && from.read(first) >= 0) {
                // until it is full or there is no more
            }
            return java.util.Arrays.copyOf(first.array(), first.position());
        } catch (IOException e) {
            throw new ArchiveException.Damaged("file");
        }
    }

    private String text(String key, Object... arguments) {
        Object[] spoken = java.util.Arrays.stream(arguments)
                .map(argument -> argument instanceof Path ? Direction.isolate(argument.toString()) : argument)
                .toArray();
        return desk.words().of("evidence").text(key, spoken);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
