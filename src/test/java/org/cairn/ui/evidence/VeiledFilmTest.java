package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.audio.Ffmpeg;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Veil;
import org.cairn.ui.sound.PlayerViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A graphic film stays covered, still and mute until somebody asks to see it.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class VeiledFilmTest {

    private ItemOnScreen screen;

    @Start
    void show(Stage stage) throws Exception {
        screen = new ItemOnScreen(stage, 480, 360); // a blur is slow to draw without a graphics card
    }

    @AfterEach
    void stop() throws Exception {
        screen.close();
    }

    @Test
    void staysCoveredStillAndMuteUntilItIsAskedFor(FxRobot robot) throws Exception {
        Reference film = film();
        screen.open(robot, film);
        assertThat(content().getEffect()).isInstanceOf(GaussianBlur.class);
        assertThat(screen.has("#film-picture")).isTrue();

        screen.keys(robot, "#sound-pane", KeyCode.SHORTCUT, KeyCode.SPACE);
        screen.press(robot, "#player-play");
        robot.clickOn("#film-picture");
        screen.press(robot, "#item-back"); // whatever has the focus now
        assertThat(player().playingProperty().get()).isFalse();
        assertThat(player().positionProperty().get()).isZero();

        screen.press(robot, "#item-veil-show");
        assertThat(content().getEffect()).isNull();
        assertThat(player().playingProperty().get()).isFalse(); // it is shown, and begins when it is told to
        robot.interact(screen.on.direct::tick);
        assertThat(((ImageView) screen.node("#film-picture")).getImage()).isNotNull();
        assertThat(screen.node("#player-play").isDisabled()).isFalse();
    }

    @Test
    void isCoveredAgainWhenItIsOpenedAnew(FxRobot robot) throws Exception {
        Reference film = film();
        Reference other = screen.take(org.cairn.archive.OpenArchive.file(screen.folder, "other.txt", "words"), false);
        screen.open(robot, film);
        screen.press(robot, "#item-veil-show");
        assertThat(content().getEffect()).isNull();

        screen.open(robot, other);
        screen.open(robot, film);

        assertThat(content().getEffect()).isInstanceOf(GaussianBlur.class);
        assertThat(content().isDisabled()).isTrue();
    }

    private PlayerViewModel player() {
        return screen.model
                .viewing()
                .player(java.util.Objects.requireNonNull(
                        screen.model.itemProperty().get()));
    }

    private Node content() {
        return ((Veil) screen.node("#item-veil")).getChildren().getFirst();
    }

    private Reference film() throws Exception {
        assumeTrue(Ffmpeg.program().isPresent(), "no ffmpeg here");
        Path file = screen.folder.resolve("film.mp4");
        Process made = new ProcessBuilder(List.of(
                        Ffmpeg.program().orElseThrow().toString(),
                        "-loglevel",
                        "quiet",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:duration=1:size=160x90:rate=12",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=1",
                        "-movflags",
                        "faststart",
                        file.toString()))
                .start();
        assumeTrue(made.waitFor() == 0, "this ffmpeg makes no film");
        return screen.take(file, true);
    }
}
