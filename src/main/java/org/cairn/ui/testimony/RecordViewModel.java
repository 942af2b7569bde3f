package org.cairn.ui.testimony;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.cairn.archive.Kept;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Taking a statement: saved by itself every two seconds, kept as a revision when asked, sealed at the end. What each
/// step is about is a part of its own.
public final class RecordViewModel implements Taking {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);

    /// What is read out when the interview stands still or goes on.
    private static final Map<String, String> SAID = Map.of("BREAK", "break", "STOPPED", "stop", "RESUMED", "resume");

    private final Desk desk;
    private final Messages words;
    private final StatementDraft draft;
    private final Tasks.Timer timer;
    private final Keeping keeping;
    private final Surroundings surroundings;
    private final Sitting sitting;
    private final Spoken spoken;
    private final StepForms forms;
    private final InterviewViewModel interview;
    private final CareViewModel care;
    private final SigningViewModel signing;
    private final QuestionsViewModel questions;
    private final ExhibitsViewModel exhibits;
    private final ReadBackViewModel readBack;
    private final RecorderViewModel recorder;
    private final Listening listening;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param reference the record it goes on from, where there is one
    /// @param revision the revision it goes on from, 0 for none
    public RecordViewModel(Desk desk, StatementDraft draft, Optional<Reference> reference, int revision) {
        this(desk, draft, reference, revision, RecorderViewModel.Devices.OF_THE_MACHINE);
    }

    /// @param devices what can be recorded with
    RecordViewModel(
            Desk desk,
            StatementDraft draft,
            Optional<Reference> reference,
            int revision,
            RecorderViewModel.Devices devices) {
        this.desk = desk;
        this.words = desk.words().of("testimony");
        this.draft = draft;
        this.keeping = new Keeping(desk, draft.witness, this::statement, reference.orElse(null), revision, told);
        this.surroundings = new Surroundings(desk, this::fail);
        this.sitting = new Sitting(draft, words);
        this.spoken = new Spoken(desk, draft);
        this.forms = new StepForms(desk, this, this::lookAgain);
        this.interview = new InterviewViewModel(draft, spoken);
        this.signing = new SigningViewModel(desk, draft.witness);
        this.exhibits = new ExhibitsViewModel(desk, draft, this::statement, this::reference, this::fail);
        this.readBack = new ReadBackViewModel(desk, draft, spoken, this::save);
        this.recorder = new RecorderViewModel(desk, this, devices, told);
        this.listening = new Listening(desk, recorder, told);
        this.care = new CareViewModel(
                draft.conduct, draft.present, desk.environment().clock());
        this.questions = new QuestionsViewModel(desk, draft);
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
        lookAgain();
        surroundings.lookAtWitness(draft.witness, reference, draft.speaks::set);
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

    /// Listening to what was recorded.
    Listening listening() {
        return listening;
    }

    /// What the organisation asks beyond that.
    QuestionsViewModel questions() {
        return questions;
    }

    /// What was shown to the witness.
    ExhibitsViewModel exhibits() {
        return exhibits;
    }

    /// Reading it back.
    ReadBackViewModel readBack() {
        return readBack;
    }

    /// What is read out to the witness.
    Spoken spoken() {
        return spoken;
    }

    /// Codes of what is missing before sealing.
    public ObservableList<String> missing() {
        return surroundings.missing();
    }

    /// Statements of the same witness that were taken before.
    public ObservableList<Reference> earlier() {
        return surroundings.earlier();
    }

    /// When it was saved last, in words.
    public StringProperty savedProperty() {
        return keeping.savedProperty();
    }

    /// That it is long since the last break, in words; empty where it is not.
    public StringProperty restProperty() {
        return sitting.restProperty();
    }

    /// Whether the caution must be read first: an insider or possible suspect.
    public BooleanProperty cautionProperty() {
        return surroundings.cautionProperty();
    }

    /// Whether something is being kept or sealed.
    public BooleanProperty busyProperty() {
        return keeping.busyProperty();
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// The record, once it was kept.
    @Override
    public Optional<Reference> reference() {
        return keeping.reference();
    }

    /// The name under which it is saved until it is kept.
    public String draftId() {
        return keeping.id().text();
    }

    /// What it amounts to now.
    public Testimony statement() {
        return draft.statement(words.text("untitled", draft.witness));
    }

    /// Saves what changed since the last time; called by itself every two seconds.
    public void save() {
        sitting.look(now(), reference().isEmpty());
        keeping.save(saved -> surroundings.lookAt(saved, reference()));
    }

    /// Whoever leaves a step means what is typed in it.
    void leaveStep() {
        interview.leave();
        care.leave();
        exhibits.add();
    }

    /// What must be kept before the archive closes.
    public Runnable parting() {
        leaveStep();
        Runnable beside = forms.parting();
        Runnable statement = keeping.parting();
        return () -> {
            beside.run();
            statement.run();
        };
    }

    /// Keeps what is written as a revision.
    public void keep() {
        leaveStep();
        keeping.keep(this::tell, () -> {});
    }

    @Override
    public void kept(Consumer<Reference> then, Runnable otherwise) {
        Consumer<Kept> tell = this::tell;
        reference()
                .ifPresentOrElse(
                        then, () -> keeping.keep(tell.andThen(kept -> then.accept(kept.reference())), otherwise));
    }

    private void tell(Kept kept) {
        told.set(Told.success(words.text("kept", kept.reference(), kept.revision())));
        exhibits.mark();
    }

    /// Keeps and seals it.
    public void seal(Consumer<Reference> then) {
        keeping.seal(closed -> {
            close();
            then.accept(closed.reference());
        });
    }

    /// Notes that the interview pauses (`BREAK`), stops (`STOPPED`) or goes on (`RESUMED`).
    public void pause(String what) {
        draft.pause(what, now());
        Optional.ofNullable(SAID.get(what)).ifPresent(spoken::note);
        save();
    }

    /// Stops saving by itself.
    public void close() {
        keeping.end();
        timer.close();
        recorder.close();
        listening.close();
        forms.close();
    }

    /// Asks again what is missing: after a consent was recorded.
    public void lookAgain() {
        surroundings.lookAt(statement(), reference());
    }

    private Instant now() {
        return desk.environment().clock().instant();
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
