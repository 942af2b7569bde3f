package org.cairn.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.archive.GivenSound;
import org.cairn.archive.RecordingTerms;
import org.cairn.archive.RunningRecording;
import org.cairn.audio.Tones;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Transcript;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A recording is seen, gone through and written down by keys alone.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class SoundScreensTest {

    private static final int SECONDS = 20;

    private Path folder;
    private Archive archive;
    private Reference recording;
    private PlayerViewModel player;
    private TranscriptViewModel transcript;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("sound");
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1));
        archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment);
        Reference witness = archive.witnesses()
                .keep(
                        new Witness("bystander", new LanguageTag("en"), Protection.CONFIDENTIAL, false, ""),
                        Optional.empty())
                .reference();
        recording = recorded(witness);
        Desk desk = new Desk(
                archive,
                new DirectTasks(),
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                environment,
                place -> {});
        player = new PlayerViewModel(desk, recording);
        transcript = new TranscriptViewModel(desk, archive.records().open(recording), kept -> {});
        stage.setScene(
                new Scene(new SoundPane(player, transcript, java.util.Optional.empty(), desk.words()), 1000, 700));
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void stop() throws Exception {
        transcript.close();
        player.close();
        archive.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Reference recorded(Reference witness) {
        RunningRecording running = archive.recordings()
                .begin(
                        new RecordingTerms(
                                witness,
                                Optional.empty(),
                                "Interview",
                                Optional.of(new LanguageTag("en")),
                                Protection.CONFIDENTIAL,
                                RecordingTerms.Answer.WITHOUT),
                        new GivenSound(Tones.bytes(Tones.voice(GivenSound.RATE * SECONDS)), false));
        while (running.end().isEmpty()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return archive.recordings().stop().orElseThrow().reference();
    }

    @Test
    void showsHowLoudAndHowLongItIs(FxRobot robot) {
        assertThat(player.secondsProperty().get()).isEqualTo(SECONDS);
        float loudest = 0;
        for (float peak : player.waveformProperty().get().peaks()) {
            loudest = Math.max(loudest, peak);
        }
        assertThat(loudest).isBetween(0.15f, 0.35f);
        assertThat(robot.lookup("#player-time").<Label>query().getText()).isEqualTo("0:00 / 0:20");
    }

    @Test
    void goesFiveSecondsOnAndBackByKeys(FxRobot robot) {
        robot.clickOn("#transcript-by");
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT).push(KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(player.positionProperty().get()).isEqualTo(10);
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        assertThat(player.positionProperty().get()).isEqualTo(5);
        robot.push(KeyCode.CONTROL, KeyCode.UP);
        assertThat(player.speedProperty().get()).isEqualTo(1.25);
    }

    @Test
    void writesDownWhatIsSaidAtTheSecondHeardAndKeepsIt(FxRobot robot) {
        robot.interact(() -> transcript.intoProperty().set(new LanguageTag("fr")));
        robot.clickOn("#transcript-by");
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER).write("They came at night.");
        robot.clickOn("#segment-speaker-1").write("A");
        robot.clickOn("#segment-translation-1").write("Ils sont venus de nuit.");
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER).write("How many?");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Transcript kept = ((EvidenceItem) archive.records().open(recording).record())
                .transcript()
                .orElseThrow();
        assertThat(kept.segments())
                .containsExactly(
                        new Transcript.Segment(5, "A", "They came at night.", "Ils sont venus de nuit."),
                        new Transcript.Segment(10, "", "How many?", ""));
        assertThat(archive.evidence().passage(recording, 5).orElseThrow().text())
                .isEqualTo("A: They came at night.");
        assertThat(robot.lookup("#segment-text-2").<TextArea>query().getText()).isEqualTo("How many?");
        assertThat(robot.lookup("#transcript-notice").query().isVisible()).isTrue();
    }

    @Test
    void goesOnWithWhatWasBeingWritten(FxRobot robot) {
        robot.clickOn("#transcript-by");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER).write("Half a sen");
        robot.interact(transcript::save);
        List<String> drafts =
                archive.drafts().list().stream().map(draft -> draft.id()).toList();
        assertThat(drafts).containsExactly("transcript/" + recording);
    }
}
