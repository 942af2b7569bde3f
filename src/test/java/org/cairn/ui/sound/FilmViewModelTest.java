package org.cairn.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.cairn.audio.Ffmpeg;
import org.cairn.audio.Footage;
import org.cairn.domain.Reference;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A film is seen at the second that is heard, one picture at a time, and nothing of it is left when it is closed.
@SuppressWarnings("NullAway.Init") // made before each test
class FilmViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private PlayerViewModel player;
    private FilmViewModel film;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Ffmpeg.program().isPresent(), "no ffmpeg here");
        on = new OnADesk(temp);
        Path file = temp.resolve("film.mp4");
        Process made = new ProcessBuilder(List.of(
                        Ffmpeg.program().orElseThrow().toString(),
                        "-loglevel",
                        "quiet",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=red:duration=2:size=160x90:rate=12",
                        "-f",
                        "lavfi",
                        "-i",
                        "color=blue:duration=2:size=160x90:rate=12",
                        "-filter_complex",
                        "concat=n=2:v=1:a=0",
                        "-movflags",
                        "faststart",
                        file.toString()))
                .start();
        assumeTrue(made.waitFor() == 0, "this ffmpeg makes no film");
        Reference reference = on.open.take(file).files().getFirst().reference().orElseThrow();
        player = new PlayerViewModel(on.desk, reference);
        film = new FilmViewModel(on.desk, player);
    }

    @AfterEach
    void close() {
        if (on != null) {
            film.close();
            player.close();
            on.close();
        }
    }

    @Test
    void showsThePictureOfTheSecondThatIsHeardAlsoBack() {
        film.open();
        on.direct.tick();
        assertThat(film.pictureProperty().get()).isNull(); // nothing is heard yet
        player.open();
        on.direct.tick();
        assertThat(reddest()).isGreaterThan(0.5);
        player.goTo(3);
        on.direct.tick();
        assertThat(reddest()).isLessThan(0.2);
        player.goTo(0.5);
        on.direct.tick();
        assertThat(reddest()).isGreaterThan(0.5);
    }

    @Test
    void asksForNoPictureTwiceAndForNoneOnceItIsClosed() {
        film.open();
        player.open();
        on.direct.tick();
        IntBuffer first = film.pictureProperty().get();
        on.direct.tick();
        assertThat(film.pictureProperty().get()).isSameAs(first);
        film.close();
        assertThat(film.pictureProperty().get()).isNull();
        player.goTo(3);
        on.direct.tick();
        assertThat(film.pictureProperty().get()).isNull();
    }

    private double reddest() {
        IntBuffer seen = Objects.requireNonNull(film.pictureProperty().get());
        int middle = seen.get(Footage.HEIGHT / 2 * Footage.WIDTH + Footage.WIDTH / 2);
        return (middle >> 16 & 0xff) / 255.0;
    }
}
