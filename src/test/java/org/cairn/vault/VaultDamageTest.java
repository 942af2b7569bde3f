package org.cairn.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cairn.vault.VaultOnDisk.SEGMENT;
import static org.cairn.vault.VaultOnDisk.bytes;
import static org.cairn.vault.VaultOnDisk.flipped;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What bad disks and opponents do to kept files, and that it never passes for evidence.
class VaultDamageTest {

    private VaultOnDisk disk;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new VaultOnDisk(folder);
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void noticesAFlippedByteAtAnyBlock() {
        Fingerprint fingerprint = disk.put(bytes(3 * SEGMENT));
        byte[] sealed = disk.sealed();
        for (int place = 0; place < sealed.length; place += 8191) {
            disk.overwrite(flipped(sealed, place));
            assertDamaged(fingerprint);
        }
        disk.overwrite(flipped(sealed, sealed.length - 1));
        assertDamaged(fingerprint);
    }

    @Test
    void noticesAnyFlippedByteOfTheHeader() {
        Fingerprint fingerprint = disk.put(bytes(100));
        byte[] sealed = disk.sealed();
        for (int place = 0; place < SealedHeader.LENGTH; place++) {
            disk.overwrite(flipped(sealed, place));
            assertDamaged(fingerprint);
            assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.open(fingerprint));
        }
    }

    @Test
    void noticesACutAnywhereAsSoonAsTheFileIsOpened() {
        Fingerprint fingerprint = disk.put(bytes(3 * SEGMENT));
        byte[] sealed = disk.sealed();
        for (int length = 0; length < sealed.length; length += 8191) {
            disk.overwrite(Arrays.copyOf(sealed, length));
            assertDamaged(fingerprint);
            assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.size(fingerprint));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noticesACutBetweenTwoSegments(int whole) {
        Fingerprint fingerprint = disk.put(bytes(3 * SEGMENT));
        disk.overwrite(Arrays.copyOf(disk.sealed(), SealedHeader.LENGTH + whole * SEGMENT));
        assertDamaged(fingerprint);
        assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.open(fingerprint));
    }

    @Test
    void noticesBytesPutBehind() {
        Fingerprint fingerprint = disk.put(bytes(1000));
        disk.overwrite(Arrays.copyOf(disk.sealed(), disk.sealed().length + 1));
        assertDamaged(fingerprint);
    }

    @Test
    void noticesTwoFilesSwappedOnceOneIsOpened() throws Exception {
        Fingerprint one = disk.put(bytes(1000));
        Fingerprint other = disk.put(bytes(2000));
        List<Path> files = disk.files();
        byte[] first = Files.readAllBytes(files.getFirst());
        Files.copy(files.getLast(), files.getFirst(), StandardCopyOption.REPLACE_EXISTING);
        Files.write(files.getLast(), first);
        assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.open(one));
        assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.open(other));
        assertThat(disk.vault.intact(one, Progress.none())).isFalse();
    }

    @Test
    void noticesTheHeaderOfOneFileOnTheBytesOfAnother() throws Exception {
        Fingerprint one = disk.put(bytes(1000));
        byte[] sealed = disk.sealed();
        Path file = disk.onlyFile();
        disk.put(bytes(1001));
        Path other = disk.files().stream()
                .filter(each -> !each.equals(file))
                .findFirst()
                .orElseThrow();
        byte[] grafted = Files.readAllBytes(other);
        System.arraycopy(sealed, 0, grafted, 0, SealedHeader.LENGTH);
        Files.write(file, grafted);
        assertDamaged(one);
    }

    @Test
    void readsAroundADamagedSegmentButNeverThroughIt() throws Exception {
        byte[] plain = bytes(3 * SEGMENT);
        Fingerprint fingerprint = disk.put(plain);
        disk.overwrite(flipped(disk.sealed(), SealedHeader.LENGTH + SEGMENT + 100));
        try (SeekableByteChannel channel = disk.vault.channel(fingerprint)) {
            ByteBuffer some = ByteBuffer.allocate(10);
            channel.read(some);
            assertThat(some.array()).isEqualTo(Arrays.copyOf(plain, 10));
            channel.position(SEGMENT + 10L);
            assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> channel.read(some.clear()));
        }
    }

    @Test
    void callsAMissingFileDamageAndNotIntact() {
        Fingerprint missing = Fingerprint.of(bytes(10));
        assertThat(disk.vault.has(missing)).isFalse();
        assertThat(disk.vault.intact(missing, Progress.none())).isFalse();
        assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.open(missing));
        assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.channel(missing));
        assertThatExceptionOfType(ArchiveException.Damaged.class).isThrownBy(() -> disk.vault.size(missing));
    }

    @Test
    void doesNotCallAnUnpluggedDiskDamage(@TempDir Path elsewhere) throws Exception {
        Fingerprint fingerprint = disk.put(bytes(10));
        Files.move(disk.folder, elsewhere.resolve("unplugged"));
        assertThatExceptionOfType(ArchiveException.NotReachable.class)
                .isThrownBy(() -> disk.vault.intact(fingerprint, Progress.none()));
        Files.move(elsewhere.resolve("unplugged"), disk.folder);
    }

    private void assertDamaged(Fingerprint fingerprint) {
        assertThat(disk.vault.intact(fingerprint, Progress.none())).isFalse();
        assertThatExceptionOfType(ArchiveException.Damaged.class)
                .isThrownBy(() -> disk.read(fingerprint))
                .withMessage("damaged")
                .satisfies(damage -> assertThat(damage.arguments()).containsExactly("file"));
    }
}
