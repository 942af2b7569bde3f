package org.cairn.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.cairn.vault.VaultOnDisk.SEGMENT;
import static org.cairn.vault.VaultOnDisk.bytes;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong while a file comes in, and that it leaves everything as it was.
class VaultFaultTest {

    private static final byte[] PLAIN = bytes(4 * SEGMENT);

    private VaultOnDisk disk;
    private Fingerprint earlier;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new VaultOnDisk(folder);
        earlier = disk.put(bytes(500));
    }

    @AfterEach
    void close() {
        disk.close();
    }

    /// Room for nothing, for the header of the stream, for some segments, for all but the last, for all but the header.
    @ParameterizedTest
    @ValueSource(longs = {0, 40, SEGMENT, 3 * SEGMENT, 4 * SEGMENT, 4 * SEGMENT + 120})
    void leavesNothingBehindWhenTheDiskIsFull(long room) {
        Vault full = vaultOn(file -> new FailingFile(file, room, false, VaultFaultTest::noSpace));
        assertThatExceptionOfType(ArchiveException.StorageFull.class)
                .isThrownBy(() -> full.put(new ByteArrayInputStream(PLAIN), Progress.none()));
        assertOnlyTheEarlierFile();
    }

    @Test
    void hasRoomWhenThereIsRoom() throws Exception {
        Vault roomy = vaultOn(file -> new FailingFile(file, 5 * SEGMENT, false, VaultFaultTest::noSpace));
        assertThat(roomy.put(new ByteArrayInputStream(PLAIN), Progress.none()).alreadyThere())
                .isFalse();
    }

    @Test
    void leavesNothingBehindOnTheFullDeviceOfTheSystem() {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.isWritable(device), "this system has no device that is always full");
        Vault full = Vault.open(
                disk.folder, disk.key, disk.random, file -> FileChannel.open(device, StandardOpenOption.WRITE));
        assertThatExceptionOfType(ArchiveException.StorageFull.class)
                .isThrownBy(() -> full.put(new ByteArrayInputStream(PLAIN), Progress.none()));
        assertOnlyTheEarlierFile();
    }

    @Test
    void keepsNothingThatCouldNotBeForcedToDisk() {
        Vault failing = vaultOn(
                file -> new FailingFile(file, Long.MAX_VALUE, true, () -> new IOException("Input/output error")));
        assertThatExceptionOfType(ArchiveException.NotReachable.class)
                .isThrownBy(() -> failing.put(new ByteArrayInputStream(PLAIN), Progress.none()));
        assertOnlyTheEarlierFile();
    }

    @Test
    void forcesTheWholeFileToDiskBeforeItGetsItsName() throws Exception {
        List<String> seen = new ArrayList<>();
        Vault watched = vaultOn(file -> new FailingFile(file, Long.MAX_VALUE, true, () -> {
            seen.add("forced with " + disk.files().size() + " files, one unfinished");
            return new IOException("Input/output error");
        }));
        assertThatExceptionOfType(ArchiveException.NotReachable.class)
                .isThrownBy(() -> watched.put(new ByteArrayInputStream(PLAIN), Progress.none()));
        assertThat(seen).containsExactly("forced with 2 files, one unfinished");
        assertThat(watched.has(Fingerprint.of(PLAIN))).isFalse();
    }

    @Test
    void passesOnWhatTheSourceSuffers() {
        InputStream torn = new FilterInputStream(new ByteArrayInputStream(PLAIN)) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                if (in.available() < SEGMENT) {
                    throw new IOException("the stick was pulled out");
                }
                return super.read(to, offset, Math.min(length, 1000));
            }
        };
        assertThatIOException()
                .isThrownBy(() -> disk.vault.put(torn, Progress.none()))
                .withMessage("the stick was pulled out");
        assertOnlyTheEarlierFile();
    }

    @Test
    void stopsWhenAsked() {
        CancelAfter cancel = new CancelAfter(2);
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> disk.vault.put(new ByteArrayInputStream(bytes(20 * SEGMENT)), cancel));
        assertOnlyTheEarlierFile();
        assertThat(cancel.stages).containsOnly("seal");
    }

    @Test
    void stopsCheckingWhenAskedWithoutCallingItDamage() {
        Fingerprint fingerprint = disk.put(bytes(20 * SEGMENT));
        CancelAfter cancel = new CancelAfter(2);
        assertThatExceptionOfType(CancelledException.class).isThrownBy(() -> disk.vault.intact(fingerprint, cancel));
        assertThat(cancel.stages).containsOnly("hash");
    }

    /// An interrupted thread closes the files it reads: that is neither damage nor a broken disk.
    @Test
    void takesAnInterruptForTheWishToStop() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(() -> disk.vault.intact(earlier, Progress.none()));
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(() -> disk.vault.put(new ByteArrayInputStream(PLAIN), Progress.none()));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertOnlyTheEarlierFile();
    }

    @Test
    void saysWhenTheFolderCannotBeMade(@TempDir Path other) throws Exception {
        Path file = Files.writeString(other.resolve("in the way"), "x");
        assertThatExceptionOfType(ArchiveException.NotReachable.class)
                .isThrownBy(() -> Vault.open(file.resolve("files"), disk.key, disk.random));
    }

    private void assertOnlyTheEarlierFile() {
        assertThat(disk.files()).hasSize(1);
        assertThat(disk.vault.intact(earlier, Progress.none())).isTrue();
        assertThat(disk.vault.has(Fingerprint.of(PLAIN))).isFalse();
        disk.put(PLAIN);
        assertThat(disk.read(Fingerprint.of(PLAIN))).isEqualTo(PLAIN);
    }

    private Vault vaultOn(UnaryOperator<FileChannel> bad) {
        return Vault.open(
                disk.folder,
                disk.key,
                disk.random,
                file -> bad.apply(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    }

    private static IOException noSpace() {
        return new IOException("No space left on device");
    }

    /// Asks to stop once it was told of some steps.
    private static final class CancelAfter implements Progress {
        private final List<String> stages = new ArrayList<>();
        private final int steps;

        CancelAfter(int steps) {
            this.steps = steps;
        }

        @Override
        public void step(String stage, long done, long total) {
            stages.add(stage);
        }

        @Override
        public boolean cancelled() {
            return stages.size() >= steps;
        }
    }
}
