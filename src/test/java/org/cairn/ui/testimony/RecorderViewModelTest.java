package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.archive.GivenSound;
import org.cairn.archive.OpenArchive;
import org.cairn.archive.RecordingTerms;
import org.cairn.audio.Listening;
import org.cairn.audio.Microphone;
import org.cairn.audio.Tones;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Interview;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Recording an interview: asked first, tied to what is written, kept when it stops, and no hindrance without a device.
@Timeout(60)
class RecorderViewModelTest {

    private static final Microphone HEADSET = new Microphone("Headset");

    @TempDir
    Path folder;

    private final DirectTasks tasks = new DirectTasks();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private List<Microphone> there = List.of(HEADSET);
    private Runnable whileBeginning = () -> {};
    private Archive archive;
    private StatementDraft draft;
    private RecordViewModel statement;
    private RecorderViewModel recorder;

    @BeforeEach
    void begin() {
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1));
        archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment);
        Reference witness = archive.witnesses()
                .keep(
                        new Witness("bystander", new LanguageTag("en"), Protection.CONFIDENTIAL, false, ""),
                        Optional.empty())
                .reference();
        draft = new StatementDraft(witness);
        Desk desk = new Desk(
                archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                environment,
                place -> {});
        statement = new RecordViewModel(desk, draft, Optional.empty(), 0);
        recorder = new RecorderViewModel(desk, statement, new Given(), told);
        recorder.look();
    }

    /// Sound as time goes from whatever is there.
    private final class Given implements RecorderViewModel.Devices {
        @Override
        public List<Microphone> all() {
            return there;
        }

        @Override
        public Listening listen(Microphone to) {
            whileBeginning.run();
            return new GivenSound(Tones.bytes(Tones.voice(GivenSound.RATE * 30)), true);
        }
    }

    @AfterEach
    void end() {
        recorder.close();
        statement.close();
        archive.close();
    }

    @Test
    void asksWhatTheWitnessSaysBeforeItRecords() {
        recorder.startOrStop();
        assertThat(recorder.askingProperty().get()).isTrue();
        assertThat(recorder.recordingProperty().get()).isFalse();
        recorder.answer(Optional.empty());
        assertThat(recorder.askingProperty().get()).isFalse();
        assertThat(recorder.recordingProperty().get()).isFalse();
    }

    @Test
    void tiesAParagraphToTheSecondAtWhichItsFirstWordsAreWritten() {
        draft.paragraphs.getFirst().textProperty().set("Written before.");
        ParagraphDraft second = new ParagraphDraft("");
        draft.paragraphs.add(second);
        record();
        until(() -> recorder.secondsProperty().get() > 1.1);
        second.textProperty().set("T");
        second.textProperty().set("They came.");
        ParagraphDraft third = new ParagraphDraft("");
        draft.paragraphs.add(third);
        third.textProperty().set("At night.");
        Reference recording = recorder.current().orElseThrow();
        recorder.startOrStop();
        List<Paragraph> paragraphs = statement.statement().paragraphs();
        assertThat(paragraphs.getFirst().second()).isEmpty();
        assertThat(paragraphs.get(1).second())
                .hasValueSatisfying(at -> assertThat(at).isBetween(1, 3));
        assertThat(paragraphs.get(1).recording()).hasValue(recording);
        assertThat(paragraphs.get(2).recording()).hasValue(recording);
        assertThat(archive.recordings().of(draft.witness, statement.reference().orElseThrow()))
                .extracting(revision -> revision.reference())
                .containsExactly(recording);
        assertThat(draft.recording.get()).isEqualTo(Interview.Recording.AUDIO);
    }

    @Test
    void stopsAndKeepsWhenTheStatementIsLeft() {
        record();
        until(() -> recorder.secondsProperty().get() > 0.3);
        recorder.close();
        assertThat(archive.records()
                        .list(RecordKind.EVIDENCE, ListQuery.first(9))
                        .total())
                .isEqualTo(1);
        assertThat(archive.recordings().running()).isEmpty();
    }

    @Test
    void leavesNoMicrophoneOnWhereTheStatementIsLeftWhileItBegins() {
        whileBeginning = () -> recorder.close();
        recorder.startOrStop();
        recorder.answer(Optional.of(RecordingTerms.Answer.WITHOUT));
        assertThat(archive.recordings().running()).isEmpty();
        assertThat(recorder.recordingProperty().get()).isFalse();
    }

    @Test
    void showsTheConditionsBeforeAndWhileItRecords() {
        archive.witnesses()
                .decide(OpenArchive.consent(draft.witness, "REC_AUDIO", ConsentDecision.CONDITIONAL, "VOICE_ALTERED"));
        recorder.startOrStop();
        assertThat(recorder.recordingProperty().get()).isFalse();
        assertThat(recorder.askingProperty().get()).isTrue();
        assertThat(recorder.conditions()).containsExactly("VOICE_ALTERED");
        recorder.answer(Optional.of(RecordingTerms.Answer.NOT_ASKED));
        assertThat(recorder.recordingProperty().get()).isTrue();
        assertThat(recorder.conditions()).containsExactly("VOICE_ALTERED");
        recorder.startOrStop();
        assertThat(recorder.conditions()).isEmpty();
    }

    @Test
    void saysWhichRecordingWasKeptSoThatItCanProveAConsent() {
        record();
        Reference recording = recorder.current().orElseThrow();
        until(() -> recorder.secondsProperty().get() > 0.3);
        assertThat(recorder.keptProperty().get()).isNull();
        recorder.startOrStop();
        assertThat(recorder.keptProperty().get()).isEqualTo(recording);
    }

    @Test
    void showsHowLoudItIsAndNothingWhilePaused() {
        record();
        until(() -> recorder.levelProperty().get().rms() > 0.01);
        recorder.pauseOrResume();
        assertThat(recorder.pausedProperty().get()).isTrue();
        tasks.tick();
        assertThat(recorder.levelProperty().get().rms()).isZero();
        recorder.pauseOrResume();
        until(() -> recorder.levelProperty().get().rms() > 0.01);
    }

    @Test
    void saysThatThereIsNoMicrophoneAndGoesOn() {
        there = List.of();
        recorder.look();
        recorder.startOrStop();
        assertThat(recorder.recordingProperty().get()).isFalse();
        assertThat(told.get().what()).contains("No microphone");
        draft.paragraphs.getFirst().textProperty().set("Written all the same.");
        statement.keep();
        assertThat(statement.reference()).isPresent();
    }

    private void record() {
        recorder.startOrStop();
        recorder.answer(Optional.of(RecordingTerms.Answer.AGREES_NOW));
        assertThat(recorder.recordingProperty().get()).isTrue();
    }

    private void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            tasks.tick();
        }
    }
}
