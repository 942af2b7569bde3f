package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Transcript;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.evidence.EvidenceScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What was found in a recording is read at its second, and opened at its second.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class SoundHitTest {

    private static final int SECONDS = 90;
    private static final int RATE = 8_000;

    private Path folder;
    private OnADesk on;
    private Stage stage;
    private Reference recording;
    private PreviewViewModel preview;

    @Start
    void show(Stage shown) throws Exception {
        Looks.prepare();
        stage = shown;
        folder = Files.createTempDirectory("sound-hit");
        on = new OnADesk(folder);
        Path sound = folder.resolve("talk.wav");
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(new byte[RATE * SECONDS * 2]),
                        new AudioFormat(RATE, 16, 1, true, false),
                        (long) RATE * SECONDS),
                AudioFileFormat.Type.WAVE,
                sound.toFile());
        recording = on.open.take(sound).files().getFirst().reference().orElseThrow();
        writeDown();
        on.open.archive.searches().catchUp(Progress.none());
        preview = new PreviewViewModel(on.desk, failure -> {
            throw new AssertionError(failure);
        });
    }

    private void writeDown() {
        Revision now = on.open.archive.records().open(recording);
        Transcript transcript = new Transcript(
                new LanguageTag("en"),
                "amina",
                Optional.of(new LanguageTag("fr")),
                "",
                IntStream.range(0, SECONDS / 3)
                        .mapToObj(i -> new Transcript.Segment(
                                i * 3,
                                "A",
                                i == 24 ? "He named the price." : "He waited, " + i + ".",
                                i == 24 ? "Il a dit le prix." : ""))
                        .toList());
        EvidenceItem item = ((EvidenceItem) now.record()).saying(transcript);
        on.open.archive.evidence().describe(recording, item, now.number());
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(preview::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private Hit find(String query) {
        return on.open.archive.searches().search(SearchRequest.of(query)).hits().getFirst();
    }

    @Test
    void readsWhatIsSaidAndItsTranslationAtTheSecond(FxRobot robot) {
        Hit hit = find("prix");
        robot.interact(() -> {
            preview.show(hit, SearchRequest.of("prix"));
            preview.fetchPassages(() -> {});
        });
        assertThat(preview.place().orElseThrow().pinpoint()).hasToString(recording + " 00:01:12");
        assertThat(preview.passages())
                .extracting(Passage::text)
                .containsExactly("A: He named the price.", "Il a dit le prix.");
    }

    @Test
    void opensTheRecordingAtTheSecondAndShowsWhatIsSaidThere(FxRobot robot) {
        Hit hit = find("price");
        robot.interact(() -> preview.show(hit, SearchRequest.of("price")));
        Place place = PreviewViewModel.whole(
                hit, preview.place(), preview.shownProperty().get().sought());
        EvidenceScreen[] screen = new EvidenceScreen[1];
        robot.interact(() -> {
            screen[0] = new EvidenceScreen(on.desk);
            Scene scene = new Scene((Parent) screen[0].view(), 1000, 700);
            Looks.dress(scene, Preferences.Theme.LIGHT);
            stage.setScene(scene);
            stage.show();
            screen[0].arrive(place);
        });
        robot.interact(() -> {});
        try {
            assertThat(robot.lookup("#player-time").queryLabeled().getText()).startsWith("1:12 / 1:30");
            List<Node> here = robot.lookup(".segment").queryAll().stream()
                    .filter(row -> row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("here")))
                    .toList();
            assertThat(here).hasSize(1);
            assertThat(here.getFirst()
                            .localToScene(here.getFirst().getBoundsInLocal())
                            .getMinY())
                    .isBetween(0.0, 700.0);
        } finally {
            robot.interact(screen[0]::close);
        }
    }
}
