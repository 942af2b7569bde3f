package org.cairn.bundle.insert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.junit.jupiter.api.Test;

class SealedScratchTest {

    /// In whole pages.
    private static final int BEYOND_MEMORY = 10 * SealedPages.TOGETHER * SealedScratch.PAGE;

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /// Open files of ours that have no name any more, as paths that still lead into them.
    private static Set<Path> sealedFiles() throws IOException {
        assumeTrue(Files.isDirectory(OPEN_FILES), "open files cannot be looked into on this system");
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(SealedScratchTest::isSealed).collect(Collectors.toSet());
        }
    }

    private static boolean isSealed(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().contains(".sealed");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    @Test
    void givesBackWhatManyBuffersWereGivenAlsoBeyondItsMemory() throws IOException {
        Random random = new Random(3);
        try (RandomAccessStreamCache scratch = SealedScratch.cache(0).create()) {
            byte[][] written = new byte[40][];
            RandomAccess[] buffers = new RandomAccess[written.length];
            for (int i = 0; i < written.length; i++) {
                written[i] = new byte[random.nextInt(30_000)];
                random.nextBytes(written[i]);
                buffers[i] = scratch.createBuffer();
                buffers[i].write(written[i]);
            }
            for (int round = 0; round < 500; round++) {
                int i = random.nextInt(written.length);
                if (written[i].length > 0) {
                    changeAndCompare(buffers[i], written[i], random);
                }
            }
        }
    }

    private static void changeAndCompare(RandomAccess buffer, byte[] expected, Random random) throws IOException {
        int at = random.nextInt(expected.length);
        int count = random.nextInt(expected.length - at) + 1;
        byte[] part = new byte[count];
        random.nextBytes(part);
        buffer.seek(at);
        buffer.write(part);
        System.arraycopy(part, 0, expected, at, count);
        byte[] whole = new byte[expected.length];
        buffer.seek(0);
        buffer.readFully(whole);
        assertThat(whole).isEqualTo(expected);
        assertThat(buffer.isEOF()).isTrue();
        assertThat(buffer.read()).isEqualTo(-1);
        assertThat(buffer.length()).isEqualTo(expected.length);
    }

    @Test
    void writesNothingInClearAndLeavesNothingBehind() throws IOException {
        Set<Path> before = sealedFiles();
        byte[] word = "Amina told us ".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        RandomAccessStreamCache scratch = SealedScratch.cache(0).create();
        RandomAccess buffer = scratch.createBuffer();
        buffer.write(word);
        Set<Path> during = sealedFiles();
        during.removeAll(before);

        assertThat(during).hasSize(1);
        for (Path file : during) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes).hasSizeGreaterThan(100_000).doesNotContain("Amina", "told us");
        }
        scratch.close();
        assertThat(sealedFiles()).doesNotContainAnyElementsOf(during);
    }

    @Test
    void noticesWhenItsFileIsAltered() throws IOException {
        Set<Path> before = sealedFiles();
        try (RandomAccessStreamCache scratch = SealedScratch.cache(0).create()) {
            RandomAccess buffer = scratch.createBuffer();
            buffer.write(new byte[1 << 20]);
            Set<Path> during = sealedFiles();
            during.removeAll(before);
            assertThat(during).hasSize(1);
            for (Path file : during) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[100] ^= 1;
                Files.write(file, bytes);
            }
            buffer.seek(0);
            assertThatThrownBy(() -> buffer.readFully(new byte[1 << 20])).isInstanceOf(IOException.class);
        }
    }

    @Test
    void usesPagesAgainThatWereSetFree() throws IOException {
        try (RandomAccessStreamCache scratch = SealedScratch.cache(0).create()) {
            for (int i = 0; i < 100; i++) {
                RandomAccess buffer = scratch.createBuffer();
                byte[] bytes = new byte[100_000];
                Arrays.fill(bytes, (byte) i);
                buffer.write(bytes);
                buffer.clear();
                buffer.write(i);
                buffer.seek(0);
                assertThat(buffer.read()).isEqualTo(i);
                buffer.close();
            }
        }
    }

    @Test
    void givesBackWhatWasWrittenOnPagesThatWereSetFreeAndTakenAgain() throws IOException {
        Random random = new Random(5);
        try (RandomAccessStreamCache scratch = SealedScratch.cache(0).create()) {
            // in memory as in the file
            RandomAccess kept = buffer(scratch, filled(random, BEYOND_MEMORY));
            kept.close();
            byte[] first = filled(random, BEYOND_MEMORY);
            byte[] second = filled(random, BEYOND_MEMORY);
            RandomAccess one = buffer(scratch, first);
            RandomAccess other = buffer(scratch, second);

            assertThat(whole(one, first.length)).isEqualTo(first);
            assertThat(whole(other, second.length)).isEqualTo(second);
            assertThat(whole(one, first.length)).isEqualTo(first);
        }
    }

    /// Pages that come back beside the one that was asked for push out others, and those that were written meanwhile
    /// are not what the file holds.
    @Test
    void givesBackWhatWasWrittenWherePagesAreReadInTheirOrderAndWrittenBetween() throws IOException {
        Random random = new Random(7);
        try (RandomAccessStreamCache scratch = SealedScratch.cache(0).create()) {
            byte[] expected = filled(random, BEYOND_MEMORY);
            RandomAccess buffer = buffer(scratch, expected);
            byte[] piece = new byte[SealedScratch.PAGE];
            for (int round = 0; round < 3; round++) {
                for (int at = 0; at < expected.length; at += piece.length) {
                    buffer.seek(at);
                    buffer.readFully(piece);
                    assertThat(piece).isEqualTo(Arrays.copyOfRange(expected, at, at + piece.length));
                    int ahead = (at + random.nextInt(24) * piece.length) % expected.length;
                    random.nextBytes(piece);
                    buffer.seek(ahead);
                    buffer.write(piece);
                    System.arraycopy(piece, 0, expected, ahead, piece.length);
                }
            }
            assertThat(whole(buffer, expected.length)).isEqualTo(expected);
        }
    }

    private static byte[] filled(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static RandomAccess buffer(RandomAccessStreamCache scratch, byte[] bytes) throws IOException {
        RandomAccess buffer = scratch.createBuffer();
        buffer.write(bytes);
        return buffer;
    }

    private static byte[] whole(RandomAccess buffer, int length) throws IOException {
        byte[] whole = new byte[length];
        buffer.seek(0);
        buffer.readFully(whole);
        return whole;
    }

    @Test
    void refusesToGoOnAfterClosing() throws IOException {
        RandomAccessStreamCache scratch = SealedScratch.cache().create();
        RandomAccess buffer = scratch.createBuffer();
        buffer.write(1);
        scratch.close();

        assertThatThrownBy(() -> buffer.write(2)).isInstanceOf(IOException.class);
    }
}
