package org.cairn.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only `ffmpeg` can decode is heard and seen over pipes, and nothing of it is left behind.
class DecodedSoundTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // made before each test
    Path folder;

    @BeforeEach
    void needsTheProgram() {
        Assumptions.assumeTrue(Ffmpeg.program().isPresent(), "ffmpeg is not installed");
    }

    @Test
    void hearsAnMp3AndKnowsHowLongItIs() throws Exception {
        try (Sound sound = open(made("a.mp3", "-f", "lavfi", "-i", "sine=frequency=440:duration=3"))) {
            assertThat(sound.seconds()).isCloseTo(3, within(0.2));
            assertThat(loudest(sound)).isGreaterThan(2_000);
        }
    }

    @Test
    void goesToAPlaceAndHearsTheRest() throws Exception {
        try (Sound sound = open(made("a.m4a", "-f", "lavfi", "-i", "sine=frequency=440:duration=4"))) {
            sound.seek(sound.format().rate() * 3L);
            short[] some = new short[sound.format().rate() * 4];
            assertThat((double) sound.read(some) / sound.format().rate()).isCloseTo(1, within(0.2));
        }
    }

    @Test
    void seesAndHearsAFilmWhoseContentsStandAtItsEnd() throws Exception {
        Path film = made(
                "a.mp4",
                "-f",
                "lavfi",
                "-i",
                "color=red:duration=2:size=320x240:rate=12",
                "-f",
                "lavfi",
                "-i",
                "sine=duration=2",
                "-pix_fmt",
                "yuv420p");
        try (Sound sound = open(film);
                Footage footage = new Footage(FileChannel.open(film))) {
            assertThat(sound.seconds()).isCloseTo(2, within(0.2));
            int[] picture = footage.at(1.5).orElseThrow();
            int middle = picture[Footage.WIDTH * (Footage.HEIGHT / 2) + Footage.WIDTH / 2];
            assertThat(middle >> 16 & 255).isGreaterThan(200);
            assertThat(middle & 255).isLessThan(60);
            assertThat(footage.at(0.2)).isPresent();
        }
    }

    @Test
    void givesAFilmWithoutSoundItsLength() throws Exception {
        Path film = made("a.webm", "-f", "lavfi", "-i", "color=blue:duration=3:size=160x120:rate=12");
        try (Sound sound = open(film)) {
            assertThat(sound.seconds()).isCloseTo(3, within(0.4));
            assertThat(loudest(sound)).isZero();
        }
    }

    @Test
    void opensNoOtherFileThatAFileNames() throws Exception {
        Path other = made("a.mp3", "-f", "lavfi", "-i", "sine=duration=2");
        Path list = Files.writeString(
                folder.resolve("list.m3u8"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://" + other + "\n#EXT-X-ENDLIST\n");
        assertThat(Sound.open(FileChannel.open(list))).isEmpty();
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        Sound sound = open(made("a.mp3", "-f", "lavfi", "-i", "sine=duration=30"));
        sound.read(new short[100]);
        sound.close();
        List<ProcessHandle> left =
                new ArrayList<>(ProcessHandle.current().descendants().toList());
        left.removeAll(before);
        left.removeIf(process -> !process.onExit()
                .completeOnTimeout(process, 5, java.util.concurrent.TimeUnit.SECONDS)
                .join()
                .isAlive());
        assertThat(left).isEmpty();
    }

    private static Sound open(Path file) throws IOException {
        SeekableByteChannel channel = FileChannel.open(file);
        Optional<Sound> sound = Sound.open(channel);
        assertThat(sound).isPresent();
        return sound.orElseThrow();
    }

    private static int loudest(Sound sound) throws IOException {
        short[] some = new short[sound.format().rate()];
        int loudest = 0;
        int count = sound.read(some);
        for (int i = 0; i < count; i++) {
            loudest = Math.max(loudest, Math.abs(some[i]));
        }
        return loudest;
    }

    private Path made(String name, String... how) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(
                List.of(Ffmpeg.program().orElseThrow().toString(), "-nostdin", "-loglevel", "quiet", "-y"));
        command.addAll(List.of(how));
        command.add(file.toString());
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        return file;
    }
}
