package org.cairn.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cairn.vault.VaultOnDisk.bytes;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.crypto.Secret;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private VaultOnDisk disk;

    @BeforeEach
    void open(@TempDir Path folder) {
        disk = new VaultOnDisk(folder.resolve("archive/files"));
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 65_480, 65_536, 300_000, 1_000_000})
    void givesBackWhatItTookIn(int size) throws Exception {
        byte[] plain = bytes(size);
        Stored stored = disk.vault.put(new ByteArrayInputStream(plain), Progress.none());
        assertThat(stored).isEqualTo(new Stored(Fingerprint.of(plain), size, false));
        assertThat(disk.vault.has(stored.fingerprint())).isTrue();
        assertThat(disk.vault.size(stored.fingerprint())).isEqualTo(size);
        assertThat(disk.read(stored.fingerprint())).isEqualTo(plain);
        assertThat(disk.vault.intact(stored.fingerprint(), Progress.none())).isTrue();
    }

    @Test
    void givesItBackToTheNextRun() throws Exception {
        Fingerprint fingerprint = disk.put(bytes(100_000));
        disk.vault.close();
        try (Vault again = disk.again()) {
            assertThat(again.open(fingerprint).readAllBytes()).isEqualTo(bytes(100_000));
        }
    }

    @Test
    void readsFromAnyPlace() throws Exception {
        byte[] plain = bytes(300_000);
        Fingerprint fingerprint = disk.put(plain);
        try (SeekableByteChannel channel = disk.vault.channel(fingerprint)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            for (int place : new int[] {299_999, 0, 131_072, 65_479, 65_480}) {
                channel.position(place).read(one.clear());
                assertThat(one.get(0)).isEqualTo(plain[place]);
            }
        }
    }

    @Test
    void recognisesWhatIsThereAlready() throws Exception {
        disk.put(bytes(100_000));
        Stored again = disk.vault.put(new ByteArrayInputStream(bytes(100_000)), Progress.none());
        assertThat(again).isEqualTo(new Stored(Fingerprint.of(bytes(100_000)), 100_000, true));
        assertThat(disk.files()).hasSize(1);
    }

    @Test
    void healsADamagedFileWhenItsBytesComeAgain() throws Exception {
        Fingerprint fingerprint = disk.put(bytes(100_000));
        disk.overwrite(VaultOnDisk.flipped(disk.sealed(), 70_000));
        Stored again = disk.vault.put(new ByteArrayInputStream(bytes(100_000)), Progress.none());
        assertThat(again.alreadyThere()).isTrue();
        assertThat(disk.vault.intact(fingerprint, Progress.none())).isTrue();
        assertThat(disk.files()).hasSize(1);
    }

    @Test
    void leavesNoWordAndNoFingerprintOnDisk() throws Exception {
        byte[] plain = "the witness said \u8bc1\u8a00 ".repeat(9000).getBytes(UTF_8);
        Fingerprint fingerprint = disk.put(plain);
        String name = disk.folder.relativize(disk.onlyFile()).toString();
        String sealed = new String(disk.sealed(), ISO_8859_1);
        assertThat(name).matches("[0-9a-f]{2}.[0-9a-f]{64}").doesNotContain(fingerprint.hex());
        assertThat(sealed)
                .doesNotContain("witness", fingerprint.hex(), new String(fingerprint.bytes(), ISO_8859_1))
                .doesNotContain(new String("\u8bc1\u8a00".getBytes(UTF_8), ISO_8859_1));
    }

    @Test
    void sealsTheSameBytesDifferentlyEveryTime(@TempDir Path other) {
        disk.put(bytes(1000));
        try (VaultOnDisk second = new VaultOnDisk(other)) {
            second.put(bytes(1000));
            assertThat(second.onlyFile().getFileName())
                    .isEqualTo(disk.onlyFile().getFileName());
            assertThat(second.sealed()).isNotEqualTo(disk.sealed());
        }
    }

    @Test
    void showsNothingToAnotherKey() {
        Fingerprint fingerprint = disk.put(bytes(1000));
        try (Secret wrong = Secret.random(disk.random, 32);
                Vault other = Vault.open(disk.folder, wrong, disk.random)) {
            assertThat(other.has(fingerprint)).isFalse();
            assertThat(other.strangers(Set.of(fingerprint))).hasSize(1);
        }
    }

    @Test
    void sweepsWhatACrashLeft() throws Exception {
        Fingerprint kept = disk.put(bytes(1000));
        Path leftover = disk.folder.resolve("unfinished/0123456789abcdef");
        Files.write(leftover, bytes(5000));
        disk.vault.close();
        try (Vault again = disk.again()) {
            assertThat(leftover).doesNotExist();
            assertThat(again.intact(kept, Progress.none())).isTrue();
        }
    }

    @Test
    void namesWhatNoRecordExplains() throws Exception {
        Fingerprint known = disk.put(bytes(1000));
        Path unknown = pathOf(bytes(2000));
        Files.writeString(disk.folder.resolve("note.txt"), "strange");
        Files.writeString(unknown.resolveSibling("strange"), "strange");
        Path misplaced = Files.createDirectories(disk.folder.resolve("zz")).resolve(unknown.getFileName());
        Files.copy(unknown, misplaced);
        String prefix = unknown.getFileName().toString().substring(0, 2);
        assertThat(disk.vault.strangers(Set.of(known)))
                .containsExactlyInAnyOrder(
                        "note.txt",
                        prefix + "/strange",
                        prefix + "/" + unknown.getFileName(),
                        "zz/" + unknown.getFileName());
        assertThat(disk.vault.strangers(Set.of(known, Fingerprint.of(bytes(2000)))))
                .hasSize(3);
    }

    @Test
    void knowsNoStrangersInAnUntouchedFolder() {
        assertThat(disk.vault.strangers(Set.of(disk.put(bytes(10)), disk.put(bytes(20)))))
                .isEmpty();
        assertThat(disk.vault.strangers(Set.of())).hasSize(2);
    }

    @Test
    void removesAnUploadWhoseRecordWasNotKept() {
        Fingerprint fingerprint = disk.put(bytes(1000));
        disk.vault.remove(fingerprint);
        disk.vault.remove(fingerprint);
        assertThat(disk.vault.has(fingerprint)).isFalse();
        assertThat(disk.files()).isEmpty();
    }

    @Test
    void keepsOnceWhatManyThreadsBringAtOnce() throws Exception {
        List<Callable<Stored>> puts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            byte[] plain = bytes(100_000 + i % 3);
            puts.add(() -> disk.vault.put(new ByteArrayInputStream(plain), Progress.none()));
        }
        int fresh = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Stored> stored : threads.invokeAll(puts)) {
                fresh += stored.get().alreadyThere() ? 0 : 1;
            }
        }
        assertThat(fresh).isEqualTo(3);
        assertThat(disk.files()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(disk.vault.intact(Fingerprint.of(bytes(100_000 + i)), Progress.none()))
                    .isTrue();
        }
    }

    @Test
    void isOfNoUseOnceClosed() {
        Fingerprint fingerprint = disk.put(bytes(10));
        disk.vault.close();
        assertThatIllegalStateException().isThrownBy(() -> disk.vault.open(fingerprint));
        assertThatIllegalStateException().isThrownBy(() -> disk.put(bytes(10)));
        assertThat(disk.folder.resolve("unfinished")).isEmptyDirectory();
    }

    @Test
    void needsNoKeyOfTheCallerOnceOpen() {
        disk.key.close();
        Fingerprint fingerprint = disk.put(bytes(10));
        assertThat(disk.read(fingerprint)).isEqualTo(bytes(10));
    }

    @Test
    void saysNothingAboutItself() {
        assertThat(disk.vault).hasToString("Vault");
    }

    private Path pathOf(byte[] plain) {
        List<Path> before = disk.files();
        disk.put(plain);
        return disk.files().stream()
                .filter(file -> !before.contains(file))
                .findFirst()
                .orElseThrow();
    }
}
