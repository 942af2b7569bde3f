package org.cairn.audio.flac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.cairn.audio.Tones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Sound comes back sample for sample, from any place, and its head tells the truth of it.
class FlacTest {

    private static final int LONG = 48_000 * 4 + 77;

    @TempDir
    Path folder;

    static Stream<Arguments> sounds() {
        Random noise = new Random(3);
        return Stream.of(
                        Tones.voice(LONG),
                        new short[LONG],
                        Tones.of(LONG, i -> noise.nextInt(65_536) - 32_768),
                        Tones.of(LONG, i -> i / 100 % 2 == 0 ? 32_767 : -32_768),
                        Tones.of(LONG, i -> i % 4_096 == 0 ? 32_767 : 0),
                        Tones.of(3, i -> i * 1_000),
                        Tones.of(4_096, i -> i))
                .flatMap(samples -> Stream.of(Arguments.of(samples, 1), Arguments.of(samples, 2)));
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void givesBackEverySample(short[] all, int channels) throws Exception {
        short[] samples = Arrays.copyOf(all, all.length / channels * channels);
        Path file = encoded(samples, channels);
        try (FileChannel channel = FileChannel.open(file)) {
            FlacDecoder decoder = new FlacDecoder(channel);
            assertThat(decoded(decoder, channels)).isEqualTo(samples);
            assertThat(decoder.brokenFrames()).isZero();
            assertThat(decoder.samples()).hasValue((long) samples.length / channels);
            assertThat(decoder.md5()).isEqualTo(MessageDigest.getInstance("MD5").digest(Tones.bytes(samples)));
        }
    }

    @Test
    void findsAnySample() throws Exception {
        short[] samples = Tones.voice(48_000 * 30);
        Random place = new Random(5);
        try (FileChannel channel = FileChannel.open(encoded(samples, 1))) {
            FlacDecoder decoder = new FlacDecoder(channel);
            for (int i = 0; i < 40; i++) {
                int at = place.nextInt(samples.length);
                decoder.seek(at);
                int count = decoder.next();
                assertThat(count).isPositive();
                for (int j = 0; j < count; j++) {
                    assertThat(decoder.sample(0, j)).isEqualTo(samples[at + j]);
                }
            }
            decoder.seek(samples.length);
            assertThat(decoder.next()).isZero();
        }
    }

    @Test
    void putsSilenceInThePlaceOfWhatIsBrokenSoThatSecondsStay() throws Exception {
        short[] samples = Tones.voice(48_000 * 5);
        Path file = encoded(samples, 1);
        byte[] bytes = Files.readAllBytes(file);
        int hit = bytes.length / 2;
        bytes[hit] ^= 0x55;
        Files.write(file, bytes);
        try (FileChannel channel = FileChannel.open(file)) {
            FlacDecoder decoder = new FlacDecoder(channel);
            short[] heard = decoded(decoder, 1);
            assertThat(heard).hasSameSizeAs(samples);
            assertThat(decoder.brokenFrames()).isPositive();
            int differing = 0;
            for (int i = 0; i < heard.length; i++) {
                differing += heard[i] == samples[i] ? 0 : 1;
                assertThat(heard[i]).isIn(samples[i], (short) 0);
            }
            assertThat(differing).isBetween(1, FlacEncoder.BLOCK);
        }
    }

    @Test
    void finishesAFileFromTheLastTotalsThatWereKept() throws Exception {
        byte[] sound = Tones.bytes(Tones.voice(48_000));
        FlacEncoder encoder = new FlacEncoder(new FlacFormat(48_000, 1, 16));
        byte[] frames = encoder.encode(sound, sound.length);
        FlacTotals kept = FlacTotals.of(encoder.totals().bytes());
        int whole = 48_000 / FlacEncoder.BLOCK * FlacEncoder.BLOCK;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(kept.head());
        file.writeBytes(frames);
        Path path = Files.write(folder.resolve("cut.flac"), file.toByteArray());
        try (FileChannel channel = FileChannel.open(path)) {
            FlacDecoder decoder = new FlacDecoder(channel);
            assertThat(decoder.samples()).hasValue((long) whole);
            assertThat(decoder.md5())
                    .isEqualTo(MessageDigest.getInstance("MD5").digest(Arrays.copyOf(sound, whole * 2)));
        }
    }

    @Test
    void refusesWhatIsNoFlac() throws Exception {
        Path path = Files.writeString(folder.resolve("no.flac"), "RIFF and so on and on and on and on and on");
        try (FileChannel channel = FileChannel.open(path)) {
            assertThatThrownBy(() -> new FlacDecoder(channel)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsRubbishToItsEndWithoutAFault() throws Exception {
        byte[] good = Files.readAllBytes(encoded(Tones.voice(48_000), 1));
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i < 30; i++) {
                bad[42 + random.nextInt(bad.length - 42)] = (byte) random.nextInt();
            }
            Path path = Files.write(folder.resolve("bad.flac"), bad);
            try (FileChannel channel = FileChannel.open(path)) {
                assertThat(decoded(new FlacDecoder(channel), 1).length).isLessThanOrEqualTo(1 << 22);
            }
        }
    }

    private Path encoded(short[] samples, int channels) throws IOException {
        byte[] sound = Tones.bytes(samples);
        FlacEncoder encoder = new FlacEncoder(new FlacFormat(48_000, channels, 16));
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int from = 0; from < sound.length; from += 4_802) {
            byte[] some = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 4_802));
            frames.writeBytes(encoder.encode(some, some.length));
        }
        frames.writeBytes(encoder.finish());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(encoder.totals().head());
        file.writeBytes(frames.toByteArray());
        return Files.write(folder.resolve("sound.flac"), file.toByteArray());
    }

    private static short[] decoded(FlacDecoder decoder, int channels) throws IOException {
        short[] all = new short[1 << 12];
        int length = 0;
        int count = decoder.next();
        while (count > 0 && length < 1 << 22) {
            all = Arrays.copyOf(all, Math.max(all.length, length + count * channels));
            for (int i = 0; i < count; i++) {
                for (int channel = 0; channel < channels; channel++) {
                    all[length++] = (short) decoder.sample(channel, i);
                }
            }
            count = decoder.next();
        }
        return Arrays.copyOf(all, length);
    }
}
