package org.cairn.ui.testimony;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.cairn.archive.Kept;
import org.cairn.archive.RecordingTerms;
import org.cairn.archive.RecordingTerms.Answer;
import org.cairn.archive.Recordings;
import org.cairn.archive.RunningRecording;
import org.cairn.audio.Level;
import org.cairn.audio.Listening;
import org.cairn.audio.Microphone;
import org.cairn.audio.NoDeviceException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Interview;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.sound.Clock;
import org.jspecify.annotations.Nullable;

/// Recording the sound of an interview: a paragraph begun meanwhile is tied to its second.
public final class RecorderViewModel implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Desk desk;
    private final Taking taking;
    private final Devices devices;
    private final Recordings recordings;
    private final Messages own;
    private final ObjectProperty<@Nullable Told> told;
    private final ObservableList<Microphone> found = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Microphone> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty looked = new SimpleBooleanProperty();
    private final BooleanProperty recording = new SimpleBooleanProperty();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final DoubleProperty seconds = new SimpleDoubleProperty();
    private final ObjectProperty<Level> level = new SimpleObjectProperty<>(Level.SILENCE);
    private final ObjectProperty<@Nullable Reference> kept = new SimpleObjectProperty<>();
    private final ObservableList<String> conditions = FXCollections.observableArrayList();
    private final Map<ParagraphDraft, Subscription> awaited = new IdentityHashMap<>();
    private final ListChangeListener<ParagraphDraft> newParagraphs = this::paragraphsChanged;
    private @Nullable RunningRecording running;
    private Tasks.@Nullable Timer timer;
    private boolean closed;

    /// What can be recorded with.
    public interface Devices {

        /// Every device there is.
        List<Microphone> all();

        /// Begins to listen to one.
        Listening listen(Microphone to) throws NoDeviceException;

        /// Those of the machine.
        Devices OF_THE_MACHINE = new Devices() {
            @Override
            public List<Microphone> all() {
                return Microphone.all();
            }

            @Override
            public Listening listen(Microphone to) throws NoDeviceException {
                return to.listen();
            }
        };
    }

    RecorderViewModel(Desk desk, Taking taking, Devices devices, ObjectProperty<@Nullable Told> told) {
        this.desk = desk;
        this.taking = taking;
        this.devices = devices;
        this.recordings = desk.archive().recordings();
        this.own = desk.words().of("sound");
        this.told = told;
    }

    /// What can be recorded with.
    ObservableList<Microphone> devices() {
        return found;
    }

    ObjectProperty<@Nullable Microphone> chosenProperty() {
        return chosen;
    }

    /// Whether it is known what there is to record with.
    BooleanProperty lookedProperty() {
        return looked;
    }

    /// Whether sound is being recorded, or would be if it were not paused.
    BooleanProperty recordingProperty() {
        return recording;
    }

    BooleanProperty pausedProperty() {
        return paused;
    }

    /// Whether it must be said first what the witness says to being recorded.
    BooleanProperty askingProperty() {
        return asking;
    }

    /// On what the witness agrees to be recorded, codes of `consent-condition`: to be seen before and while it is.
    ObservableList<String> conditions() {
        return conditions;
    }

    /// Whether it is being begun or ended.
    BooleanProperty busyProperty() {
        return busy;
    }

    /// The recording that was kept last; null while none was, or another goes on.
    ObjectProperty<@Nullable Reference> keptProperty() {
        return kept;
    }

    /// How much is recorded.
    DoubleProperty secondsProperty() {
        return seconds;
    }

    /// How loud it is.
    ObjectProperty<Level> levelProperty() {
        return level;
    }

    /// Looks what there is to record with.
    void look() {
        desk.tasks()
                .fetch(
                        devices::all,
                        now -> {
                            Microphone before = chosen.get();
                            found.setAll(now);
                            chosen.set(
                                    before != null && now.contains(before)
                                            ? before
                                            : now.isEmpty() ? null : now.getFirst());
                            looked.set(true);
                        },
                        this::fail);
    }

    /// Begins, or stops and keeps: one key for both.
    void startOrStop() {
        if (busy.get()) {
            return;
        }
        if (recording.get()) {
            stop();
        } else if (chosen.get() == null) {
            told.set(Told.info(own.text("recorder.none")));
            look();
        } else {
            askOrBegin();
        }
    }

    private void askOrBegin() {
        Reference witness = taking.draft().witness;
        Optional<Reference> statement = taking.reference();
        desk.tasks()
                .fetch(
                        () -> recordings.consent(witness, statement),
                        standing -> {
                            conditions.setAll(standing.permits() ? standing.conditions() : List.of());
                            if (standing.permits() && conditions.isEmpty()) {
                                begin(Answer.NOT_ASKED);
                            } else {
                                asking.set(true);
                            }
                        },
                        this::fail);
    }

    /// What came of asking; nothing where it is not recorded.
    void answer(Optional<Answer> answer) {
        asking.set(false);
        if (answer.isEmpty()) {
            conditions.clear();
        }
        answer.ifPresent(this::begin);
    }

    private void begin(Answer answer) {
        Microphone device = chosen.get();
        if (device == null || busy.get()) {
            return;
        }
        busy.set(true);
        taking.kept(statement -> begin(device, statement, answer), () -> busy.set(false));
    }

    private void begin(Microphone device, Reference statement, Answer answer) {
        if (closed) {
            busy.set(false);
            return;
        }
        StatementDraft draft = taking.draft();
        RecordingTerms terms = new RecordingTerms(
                draft.witness,
                Optional.of(statement),
                own.text("recorder.title", statement),
                Optional.ofNullable(draft.language.get()),
                draft.protection.get(),
                answer);
        Callable<RunningRecording> work = () -> recordings.begin(terms, listen(device));
        desk.tasks().fetch(work, this::begun, failure -> {
            busy.set(false);
            fail(failure);
        });
    }

    private Listening listen(Microphone device) {
        try {
            return devices.listen(device);
        } catch (NoDeviceException e) {
            throw new ArchiveException.NoSound(e.code());
        }
    }

    private void begun(RunningRecording now) {
        running = now;
        if (closed) {
            stopUnseen();
            return;
        }
        kept.set(null);
        busy.set(false);
        recording.set(true);
        paused.set(false);
        StatementDraft draft = taking.draft();
        draft.recording.set(Interview.Recording.AUDIO);
        draft.paragraphs.forEach(this::awaitWords);
        draft.paragraphs.addListener(newParagraphs);
        timer = desk.tasks().every(LOOK_EVERY, this::tick);
    }

    private void paragraphsChanged(ListChangeListener.Change<? extends ParagraphDraft> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(this::awaitWords);
        }
    }

    /// A paragraph begins when its first words are written, however they come.
    private void awaitWords(ParagraphDraft paragraph) {
        if (paragraph.secondProperty().get() == null
                && paragraph.textProperty().get().isBlank()) {
            awaited.put(paragraph, paragraph.textProperty().subscribe((was, is) -> {
                RunningRecording now = running;
                if (now != null && !is.isBlank()) {
                    paragraph.begin((int) now.seconds(), now.reference());
                    Subscription done = awaited.remove(paragraph);
                    if (done != null) {
                        done.unsubscribe();
                    }
                }
            }));
        }
    }

    private void tick() {
        RunningRecording now = running;
        if (now == null) {
            return;
        }
        seconds.set(now.seconds());
        level.set(now.level());
        if (now.end().isPresent() && !busy.get()) {
            stop();
        }
    }

    /// Stops for a while, or goes on.
    void pauseOrResume() {
        RunningRecording now = running;
        if (now == null) {
            return;
        }
        boolean pausing = !paused.get();
        desk.tasks()
                .run(
                        pausing ? now::pause : now::resume,
                        () -> {
                            paused.set(pausing);
                            tick();
                        },
                        this::fail);
    }

    private void stop() {
        busy.set(true);
        RunningRecording ending = running;
        desk.tasks().fetch(recordings::stop, done -> ended(ending, done), failure -> {
            ended();
            fail(failure);
        });
    }

    private void ended(@Nullable RunningRecording ending, Optional<Kept> done) {
        ended();
        Optional<RunningRecording.End> why = Optional.ofNullable(ending)
                .flatMap(RunningRecording::end)
                .filter(end -> end != RunningRecording.End.STOPPED);
        if (done.isEmpty()) {
            told.set(Told.warning(
                    own.text("recorder.empty"),
                    why.map(end -> own.text("recorder.end." + end.name())).orElse("")));
            return;
        }
        String what = own.text("recorder.kept", done.get().reference(), Clock.of(seconds.get()));
        kept.set(done.get().reference());
        told.set(why.map(end -> Told.warning(own.text("recorder.end." + end.name()), what))
                .orElseGet(() -> Told.success(what)));
    }

    private void ended() {
        Tasks.Timer ticking = timer;
        if (ticking != null) {
            ticking.close();
        }
        timer = null;
        running = null;
        taking.draft().paragraphs.removeListener(newParagraphs);
        awaited.values().forEach(Subscription::unsubscribe);
        awaited.clear();
        busy.set(false);
        recording.set(false);
        paused.set(false);
        level.set(Level.SILENCE);
        conditions.clear();
    }

    /// The recording that is going on.
    Optional<Reference> current() {
        return Optional.ofNullable(running).map(RunningRecording::reference);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }

    /// Whoever leaves the statement does not go on recording unseen.
    @Override
    public void close() {
        closed = true;
        if (running != null) {
            stopUnseen();
        }
    }

    /// One that was still being begun when the statement was left comes here too.
    private void stopUnseen() {
        ended();
        desk.tasks().run(recordings::stop, () -> {}, this::fail);
    }
}
