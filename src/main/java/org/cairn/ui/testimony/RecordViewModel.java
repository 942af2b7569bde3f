package org.cairn.ui.testimony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.sound.PlayerViewModel;
import org.jspecify.annotations.Nullable;

/// Taking a statement: saved by itself every two seconds, kept as a revision when asked, sealed at the end.
public final class RecordViewModel implements Taking {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);

    /// Minutes after which a break is suggested; after a day it is another sitting.
    private static final long BREAK_AFTER = 50;

    private static final long LONGEST_SITTING = 24 * 60;

    private final Desk desk;
    private final Archive archive;
    private final Messages words;
    private final StatementDraft draft;
    private final Tasks.Timer timer;
    private final StepForms forms;
    private final InterviewViewModel interview;
    private final CareViewModel care;
    private final SigningViewModel signing;
    private final QuestionsViewModel questions;
    private final ObservableList<String> missing = FXCollections.observableArrayList();
    private final ObservableList<Reference> earlier = FXCollections.observableArrayList();
    private final StringProperty saved = new SimpleStringProperty("");
    private final StringProperty rest = new SimpleStringProperty("");
    private final BooleanProperty caution = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private @Nullable Reference reference;
    private int revision;
    private @Nullable Testimony lastSaved;
    private final StatementSaver saver;
    private final RecorderViewModel recorder;
    private final ObjectProperty<@Nullable PlayerViewModel> player = new SimpleObjectProperty<>();
    private long turns;
    private boolean saving;
    private boolean ended;

    /// @param reference the record it goes on from, where there is one
    /// @param revision the revision it goes on from, 0 for none
    public RecordViewModel(Desk desk, StatementDraft draft, Optional<Reference> reference, int revision) {
        this.desk = desk;
        this.archive = desk.archive();
        this.words = desk.words().of("testimony");
        this.draft = draft;
        this.saver = new StatementSaver(archive);
        this.reference = reference.orElse(null);
        this.revision = revision;
        this.forms = new StepForms(desk, this, this::lookAgain);
        this.interview = new InterviewViewModel(draft);
        this.signing = new SigningViewModel(desk, draft.witness);
        this.recorder = new RecorderViewModel(desk, this, RecorderViewModel.Devices.OF_THE_MACHINE, told);
        this.care = new CareViewModel(draft.conduct, desk.environment().clock());
        this.questions = new QuestionsViewModel(desk, draft);
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
        refreshMissing(statement());
        lookAtWitness();
    }

    /// What is being written.
    @Override
    public StatementDraft draft() {
        return draft;
    }

    /// The forms beside the account.
    StepForms forms() {
        return forms;
    }

    /// How it is taken.
    InterviewViewModel interview() {
        return interview;
    }

    /// Signing on the screen.
    SigningViewModel signing() {
        return signing;
    }

    /// How the witness is cared for.
    CareViewModel care() {
        return care;
    }

    /// Recording its sound.
    RecorderViewModel recorder() {
        return recorder;
    }

    /// The recording that is listened to; null while none is.
    ObjectProperty<@Nullable PlayerViewModel> playerProperty() {
        return player;
    }

    /// Plays a recording from where a paragraph begins.
    void hear(ParagraphDraft paragraph) {
        Reference recording = paragraph.recording().orElse(null);
        Integer second = paragraph.secondProperty().get();
        if (recording == null || second == null) {
            return;
        }
        if (recorder.current().equals(Optional.of(recording))) {
            told.set(Told.info(desk.words().of("sound").text("recorder.stillGoing")));
            return;
        }
        PlayerViewModel open = player.get();
        if (open == null || !open.recording().equals(recording)) {
            stopListening();
            open = new PlayerViewModel(desk, recording);
            player.set(open);
        }
        open.playFrom(second);
    }

    /// Puts the player away.
    void stopListening() {
        PlayerViewModel open = player.get();
        if (open != null) {
            open.close();
        }
        player.set(null);
    }

    /// What the organisation asks beyond that.
    QuestionsViewModel questions() {
        return questions;
    }

    /// Codes of what is missing before sealing.
    public ObservableList<String> missing() {
        return missing;
    }

    /// Statements of the same witness that were taken before.
    public ObservableList<Reference> earlier() {
        return earlier;
    }

    /// When it was saved last, in words.
    public StringProperty savedProperty() {
        return saved;
    }

    /// That it is long since the last break, in words; empty where it is not.
    public StringProperty restProperty() {
        return rest;
    }

    /// Whether the caution must be read first: an insider or possible suspect.
    public BooleanProperty cautionProperty() {
        return caution;
    }

    /// Whether something is being kept or sealed.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// The record, once it was kept.
    @Override
    public Optional<Reference> reference() {
        return Optional.ofNullable(reference);
    }

    /// The name under which it is saved until it is kept.
    public String draftId() {
        return id().text();
    }

    private DraftId id() {
        return DraftId.of(draft.witness, reference, revision);
    }

    /// What it amounts to now.
    public Testimony statement() {
        return draft.statement(words.text("untitled", draft.witness));
    }

    /// Saves what changed since the last time; called by itself every two seconds.
    public void save() {
        lookAtTheClock();
        Testimony now = statement();
        if (saving || ended || busy.get() || now.equals(lastSaved)) {
            return;
        }
        saving = true;
        DraftId id = id();
        long turn = ++turns;
        desk.tasks()
                .keep(
                        () -> saver.save(turn, id, now),
                        () -> {
                            saving = false;
                            lastSaved = now;
                            Instant at = desk.environment().clock().instant();
                            saved.set(words.text("saved", desk.words().moment(at)));
                            refreshMissing(now);
                        },
                        failure -> {
                            saving = false;
                            told.set(desk.errors().tell(failure));
                        });
    }

    /// Begins to count with the first words; reminds of a break after fifty minutes without one.
    private void lookAtTheClock() {
        Instant now = desk.environment().clock().instant();
        boolean begun = draft.paragraphs.stream().anyMatch(paragraph -> !paragraph.blank());
        if (begun && reference == null && draft.conduct.started.get().isEmpty()) {
            draft.conduct.started.set(Optional.of(now));
        }
        Optional<Instant> since = draft.breaks.isEmpty()
                ? draft.conduct.started.get()
                : Optional.of(draft.breaks.getLast().at());
        long minutes =
                since.map(from -> Duration.between(from, now).toMinutes()).orElse(0L);
        boolean goesOn = !draft.pausing() && draft.conduct.ended.get().isEmpty() && minutes < LONGEST_SITTING;
        rest.set(goesOn && minutes >= BREAK_AFTER ? words.text("account.withoutBreak", minutes) : "");
    }

    /// What must be kept before the archive closes.
    public Runnable parting() {
        interview.leave();
        care.leave();
        Testimony now = statement();
        DraftId id = id();
        long turn = ++turns;
        boolean nothingNew = ended || now.equals(lastSaved);
        Runnable beside = forms.parting();
        return () -> {
            beside.run();
            if (!nothingNew) {
                saver.save(turn, id, now);
            }
        };
    }

    /// Keeps what is written as a revision.
    public void keep() {
        act(this::kept, this::tell, () -> {});
    }

    @Override
    public void kept(Consumer<Reference> then, Runnable otherwise) {
        Consumer<Kept> told = this::tell;
        reference()
                .ifPresentOrElse(
                        then, () -> act(this::kept, told.andThen(kept -> then.accept(kept.reference())), otherwise));
    }

    private void tell(Kept kept) {
        told.set(Told.success(words.text("kept", kept.reference(), kept.revision())));
    }

    /// Keeps and seals it.
    public void seal(Consumer<Reference> then) {
        act(
                keeping -> {
                    Kept kept = kept(keeping);
                    Kept closed = archive.testimonies().seal(kept.reference(), kept.revision());
                    archive.drafts().discard(new DraftId(kept.reference(), kept.revision()).text());
                    return closed;
                },
                closed -> {
                    close();
                    then.accept(closed.reference());
                },
                () -> {});
    }

    /// Notes that the interview pauses (`BREAK`), stops (`STOPPED`) or goes on (`RESUMED`).
    public void pause(String what) {
        draft.pause(what, desk.environment().clock().instant());
        save();
    }

    /// Stops saving by itself.
    public void close() {
        ended = true;
        timer.close();
        recorder.close();
        stopListening();
        forms.close();
    }

    /// What is to be kept, as it stood when that was asked for.
    private record Keeping(
            long turn, Testimony now, @Nullable Reference known, int revision) {}

    private void act(Function<Keeping, Kept> work, Consumer<Kept> then, Runnable otherwise) {
        if (busy.get()) {
            otherwise.run();
            return;
        }
        busy.set(true);
        told.set(null);
        Keeping keeping = new Keeping(++turns, statement(), reference, revision);
        desk.tasks()
                .fetch(
                        () -> work.apply(keeping),
                        kept -> {
                            busy.set(false);
                            goOnFrom(kept.reference(), kept.revision(), keeping.now());
                            then.accept(kept);
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                            // a failed seal may have kept a revision first: go on from it
                            saver.keptSince(id())
                                    .ifPresent(last -> goOnFrom(last.reference(), last.revision(), last.what()));
                            otherwise.run();
                        });
    }

    private Kept kept(Keeping keeping) {
        return saver.keep(keeping.turn(), keeping.now(), keeping.known(), keeping.revision());
    }

    private void goOnFrom(Reference kept, int number, Testimony what) {
        reference = kept;
        revision = number;
        lastSaved = what;
    }

    private void refreshMissing(Testimony now) {
        Optional<Reference> kept = reference();
        desk.tasks()
                .fetch(
                        () -> archive.testimonies().missingBeforeSealing(now, kept),
                        (List<String> codes) -> missing.setAll(codes),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Asks again what is missing: after a consent was recorded.
    public void lookAgain() {
        refreshMissing(statement());
    }

    private void lookAtWitness() {
        desk.tasks()
                .fetch(
                        () -> archive.records().open(draft.witness).record() instanceof Witness w && w.insider(),
                        caution::set,
                        failure -> told.set(desk.errors().tell(failure)));
        desk.tasks()
                .fetch(
                        () -> archive.testimonies().ofWitness(draft.witness).stream()
                                .map(org.cairn.domain.Summary::reference)
                                .filter(other -> !other.equals(reference))
                                .toList(),
                        (List<Reference> others) -> earlier.setAll(others),
                        failure -> told.set(desk.errors().tell(failure)));
    }
}
