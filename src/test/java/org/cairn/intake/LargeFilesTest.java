package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Archives and stores that are too large to be handed to a reading process are read all the same, part by part.
class LargeFilesTest {

    private static final long LARGEST = 1_000_000;
    private static final byte[] LETTER = "a letter with words".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOISE = new byte[3_000_000];

    private static Reader reader;

    @BeforeAll
    static void open() {
        new Random(7).nextBytes(NOISE);
        reader = new Reader(new Limits(Duration.ofSeconds(60), 64, 100_000, 1, LARGEST));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    /// Bytes that are read from the first one on only as far as what they are.
    private static Source source(byte[] bytes) {
        return new Source() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Optional<SeekableByteChannel> channel() {
                return Optional.of(new SeekableInMemoryByteChannel(bytes));
            }
        };
    }

    private static ReadResult read(byte[] bytes, Found found) {
        assertThat((long) bytes.length).isGreaterThan(LARGEST);
        return reader.read(source(bytes), "large", found, Progress.none());
    }

    private static void assertBoth(byte[] bytes) {
        Found found = new Found();
        ReadResult result = read(bytes, found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found.names).containsExactly("noise.bin", "letter.txt");
        assertThat(found.contents).containsExactly(NOISE, LETTER);
    }

    @Test
    void takesEverythingOutOfALargeZip() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("noise.bin", NOISE);
        members.put("letter.txt", LETTER);
        assertBoth(Papers.zip(members));
    }

    @Test
    void takesEverythingOutOfALargeTape() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            put(tar, "noise.bin", NOISE);
            put(tar, "letter.txt", LETTER);
        }
        assertBoth(bytes.toByteArray());
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    @Test
    void takesEveryMessageOutOfALargeMailbox() {
        StringBuilder box = new StringBuilder();
        String words = "many words of one line\n".repeat(2_000);
        for (int i = 0; i < 40; i++) {
            box.append("From a@example.org Thu Jan  1 00:00:00 2026\nSubject: letter ")
                    .append(i);
            box.append("\nFrom: a@example.org\n\n").append(words).append('\n');
        }
        Found found = new Found();
        ReadResult result = read(box.toString().getBytes(StandardCharsets.US_ASCII), found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found.contents).hasSize(40);
        assertThat(found.contents)
                .allSatisfy(letter -> assertThat(new String(letter, StandardCharsets.US_ASCII))
                        .endsWith(words));
    }

    @Test
    void saysOfALargeZipThatIsCutOffThatItIsDamaged() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("letter.txt", LETTER);
        members.put("noise.bin", NOISE);
        byte[] zip = Papers.zip(members);
        Found found = new Found();
        ReadResult result = read(Arrays.copyOf(zip, zip.length - 1_000_000), found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(found.contents).containsExactly(LETTER);
    }

    @Test
    void saysOfWhatIsNoArchiveThatItIsTooLarge() {
        byte[] pdf = Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 2_000_000);
        ReadResult result = read(pdf, new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
        assertThat(result.reading().reason()).isEqualTo("tooLarge");
    }

    @Test
    void blamesNoFileForAPartThatTheArchiveCannotHandOut() {
        byte[] zip = Papers.zip(Map.of("noise.bin", NOISE));
        Source damaged = new Source() {
            @Override
            public long size() {
                return zip.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(zip);
            }

            @Override
            public Optional<SeekableByteChannel> channel() {
                return Optional.of(new SeekableInMemoryByteChannel(zip) {
                    @Override
                    public int read(ByteBuffer into) {
                        throw new ArchiveException.NotReachable();
                    }
                });
            }
        };
        assertThatThrownBy(() -> reader.read(damaged, "large", new Found(), Progress.none()))
                .isInstanceOf(ArchiveException.NotReachable.class);
    }

    @Test
    void givesALargeFileItsTime() {
        Limits limits = Limits.DEFAULT;
        assertThat(limits.of(600L * 1024 * 1024)).isEqualTo(Duration.ofSeconds(60));
        assertThat(limits.of(50L * 1024 * 1024 * 1024)).isBetween(Duration.ofHours(2), Duration.ofHours(4));
    }
}
