package org.cairn.ui.sound;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Drafts;
import org.cairn.archive.Kept;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Transcript;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// A recording that is being written down, piece by piece: saved apart by itself, kept as a revision when asked.
public final class TranscriptViewModel implements AutoCloseable {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);

    private final Desk desk;
    private final Reference recording;
    private final ObservableList<SegmentDraft> segments = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LanguageTag> into = new SimpleObjectProperty<>();
    private final StringProperty by = new SimpleStringProperty("");
    private final StringProperty translator = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final Tasks.Timer timer;
    private final Consumer<Kept> kept;
    private Revision revision;
    private Transcript lastSaved;

    /// @param kept told when it was kept as a revision
    public TranscriptViewModel(Desk desk, Revision revision, Consumer<Kept> kept) {
        this.desk = desk;
        this.revision = revision;
        this.recording = revision.reference();
        this.kept = kept;
        take(item());
        this.lastSaved = transcript();
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
        desk.tasks()
                .fetch(
                        () -> desk.archive().drafts().load(draft()),
                        found -> found.ifPresent(draft -> goOn(Drafts.read(RecordKind.EVIDENCE, draft.json()))),
                        this::fail);
    }

    private EvidenceItem item() {
        return (EvidenceItem) revision.record();
    }

    private void take(EvidenceItem item) {
        Optional<Transcript> before = item.transcript();
        language.set(before.map(Transcript::language).or(item::language).orElse(null));
        by.set(before.map(Transcript::by).orElse(desk.archive().user().name()));
        into.set(before.flatMap(Transcript::into).orElse(null));
        translator.set(before.map(Transcript::translator).orElse(""));
        segments.setAll(before.map(Transcript::segments).orElse(List.of()).stream()
                .map(SegmentDraft::of)
                .toList());
    }

    private void goOn(EvidenceItem written) {
        take(written);
        told.set(Told.info(desk.words().of("sound").text("transcript.goesOn")));
    }

    ObservableList<SegmentDraft> segments() {
        return segments;
    }

    ObjectProperty<@Nullable LanguageTag> languageProperty() {
        return language;
    }

    ObjectProperty<@Nullable LanguageTag> intoProperty() {
        return into;
    }

    StringProperty byProperty() {
        return by;
    }

    StringProperty translatorProperty() {
        return translator;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether the person may write.
    boolean mayWrite() {
        return desk.archive().evidence().mayDescribe();
    }

    /// Begins a piece at a second, in its place among the others; who spoke last but one speaks again.
    SegmentDraft begin(int second) {
        int place = 0;
        while (place < segments.size() && segments.get(place).second.get() <= second) {
            place++;
        }
        String who = place >= 2 ? segments.get(place - 2).speaker.get() : "";
        SegmentDraft fresh = new SegmentDraft(second, who);
        segments.add(place, fresh);
        return fresh;
    }

    void remove(SegmentDraft segment) {
        segments.remove(segment);
    }

    /// Puts the pieces in the order of their seconds.
    void order() {
        if (!segments.stream()
                .sorted(Comparator.comparingInt(one -> one.second.get()))
                .toList()
                .equals(segments)) {
            FXCollections.sort(segments, Comparator.comparingInt(one -> one.second.get()));
        }
    }

    /// What it amounts to now.
    Transcript transcript() {
        return new Transcript(
                Optional.ofNullable(language.get()).orElse(LanguageTag.UNDETERMINED),
                by.get().strip(),
                Optional.ofNullable(into.get()),
                translator.get().strip(),
                segments.stream()
                        .filter(segment -> !segment.blank())
                        .map(SegmentDraft::segment)
                        .toList());
    }

    /// The item as it is now, with what is written: others may have described it meanwhile.
    void keep() {
        Transcript now = transcript();
        int basedOn = revision.number();
        EvidenceItem written = item().saying(now);
        desk.tasks()
                .fetch(
                        () -> {
                            Kept done = desk.archive().evidence().describe(recording, written, basedOn);
                            desk.archive().drafts().discard(draft());
                            return desk.archive().records().open(done.reference());
                        },
                        fresh -> {
                            revision = fresh;
                            lastSaved = now;
                            told.set(Told.success(desk.words().of("sound").text("transcript.kept", fresh.number())));
                            kept.accept(new Kept(fresh.reference(), fresh.number(), fresh.hash()));
                        },
                        this::fail);
    }

    /// Saves apart what changed since the last time.
    void save() {
        if (!transcript().equals(lastSaved)) {
            desk.tasks().keep(parting(), () -> {}, this::fail);
        }
    }

    /// What must be saved before the archive closes.
    public Runnable parting() {
        Transcript now = transcript();
        if (now.equals(lastSaved) || !mayWrite()) {
            return () -> {};
        }
        lastSaved = now;
        String json = Drafts.write(item().saying(now));
        return () -> desk.archive().drafts().save(draft(), json);
    }

    private String draft() {
        return "transcript/" + recording;
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }

    @Override
    public void close() {
        save();
        timer.close();
    }
}
