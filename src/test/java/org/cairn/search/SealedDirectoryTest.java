package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.cairn.crypto.Secret;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedDirectoryTest {

    private static final int BLOCK = 16 * 1024;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK})
    void readsBackWhatWasWritten(int length) throws IOException {
        byte[] clear = bytes(length);
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", clear);

            assertThat(directory.fileLength("a.dat")).isEqualTo(length);
            assertThat(read(directory, "a.dat")).isEqualTo(clear);
        }
    }

    @Test
    void findsAFlippedBitInEveryPartOfAFile() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(2 * BLOCK + 100));
            byte[] sealed = Files.readAllBytes(folder.resolve("a.dat"));
            for (int place = 0; place < sealed.length; place += 97) {
                byte[] flipped = sealed.clone();
                flipped[place] ^= 1;
                Files.write(folder.resolve("a.dat"), flipped);

                assertThatThrownBy(() -> directory.readWhole("a.dat", Progress.none()))
                        .as("byte %d", place)
                        .isInstanceOf(CorruptIndexException.class);
            }
        }
    }

    @Test
    void stopsBetweenTwoBlocksOfAFile() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(4 * BLOCK));
            int[] asked = {0};
            Progress stoppedAtTheSecond = new Progress() {
                @Override
                public void step(String stage, long done, long total) {}

                @Override
                public boolean cancelled() {
                    return ++asked[0] == 2;
                }
            };
            assertThatThrownBy(() -> directory.readWhole("a.dat", stoppedAtTheSecond))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void findsThatAFileWasCutAtAnyLength() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(2 * BLOCK));
            byte[] sealed = Files.readAllBytes(folder.resolve("a.dat"));
            int firstBlockEnds = 32 + BLOCK + 16;
            for (int length : new int[] {0, 31, 32, 48, 1000, firstBlockEnds, firstBlockEnds + 16, sealed.length - 1}) {
                Files.write(folder.resolve("a.dat"), Arrays.copyOf(sealed, length));

                assertThatThrownBy(() -> directory.readWhole("a.dat", Progress.none()))
                        .as("cut to %d", length)
                        .isInstanceOf(CorruptIndexException.class);
            }
        }
    }

    @Test
    void readsNothingOfTheBlockWhereAFileWasCut() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(2 * BLOCK));
            byte[] sealed = Files.readAllBytes(folder.resolve("a.dat"));
            Files.write(folder.resolve("a.dat"), Arrays.copyOf(sealed, 32 + BLOCK + 16));

            assertThatThrownBy(() -> read(directory, "a.dat")).isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void findsThatAFileWasMadeLonger() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(100));
            byte[] sealed = Files.readAllBytes(folder.resolve("a.dat"));
            Files.write(folder.resolve("a.dat"), Arrays.copyOf(sealed, sealed.length + 1));

            assertThatThrownBy(() -> directory.readWhole("a.dat", Progress.none()))
                    .isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void refusesAFilePutInAnothersPlace() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(100));
            write(directory, "b.dat", bytes(100));
            Files.copy(folder.resolve("a.dat"), folder.resolve("b.dat"), StandardCopyOption.REPLACE_EXISTING);

            assertThatThrownBy(() -> read(directory, "b.dat")).isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void refusesBlocksInAnotherOrder() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(3 * BLOCK));
            byte[] sealed = Files.readAllBytes(folder.resolve("a.dat"));
            byte[] first = Arrays.copyOfRange(sealed, 32, 32 + BLOCK + 16);
            System.arraycopy(sealed, 32 + BLOCK + 16, sealed, 32, BLOCK + 16);
            System.arraycopy(first, 0, sealed, 32 + BLOCK + 16, BLOCK + 16);
            Files.write(folder.resolve("a.dat"), sealed);

            assertThatThrownBy(() -> read(directory, "a.dat")).isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void refusesAnotherKey() throws IOException {
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", bytes(100));
        }
        try (SealedDirectory other = new SealedDirectory(new NIOFSDirectory(folder), Secret.of(new byte[32]))) {
            assertThatThrownBy(() -> read(other, "a.dat")).isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() throws IOException {
        byte[] clear = "kidney ".repeat(500).getBytes(StandardCharsets.UTF_8);
        try (SealedDirectory directory = open()) {
            write(directory, "a.dat", clear);
            write(directory, "b.dat", clear);
        }
        byte[] one = Files.readAllBytes(folder.resolve("a.dat"));
        assertThat(one).isNotEqualTo(Files.readAllBytes(folder.resolve("b.dat")));
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("kidney");
    }

    private SealedDirectory open() throws IOException {
        return new SealedDirectory(new NIOFSDirectory(folder), Passages.key());
    }

    private static void write(SealedDirectory directory, String name, byte[] clear) throws IOException {
        try (IndexOutput output = directory.createOutput(name, IOContext.DEFAULT)) {
            output.writeBytes(clear, clear.length);
        }
    }

    private static byte[] read(SealedDirectory directory, String name) throws IOException {
        try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
            byte[] clear = new byte[(int) input.length()];
            input.readBytes(clear, 0, clear.length);
            return clear;
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(length).nextBytes(bytes);
        return bytes;
    }
}
