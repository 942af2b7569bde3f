package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// After a crash everything acknowledged lies in the log: a byte that went wrong there must not take it away unseen.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class LogWatchTest {

    private static final int FRAME = WriteAheadLog.FRAME_HEAD + 4096;

    @TempDir
    Path folder;

    private Path live;
    private Path crashed;

    @BeforeEach
    void nameThem() throws IOException {
        live = Files.createDirectories(folder.resolve("live")).resolve("records.db");
        crashed = Files.createDirectories(folder.resolve("crashed")).resolve("records.db");
    }

    @Test
    void namesAByteFlippedAnywhereInTheLogOfAKilledProgram() throws Exception {
        Store.create(live, Samples.key()).close();
        List<String> acknowledged = CrashTest.killAfter(live, 20);
        long size = Files.size(log(live));
        Random random = new Random(20261128);
        List<Long> unseen = new ArrayList<>();
        int named = 0;
        for (long position : LongStream.concat(LongStream.range(0, 32), random.longs(40, 32, size))
                .toArray()) {
            crash();
            Tampering.flip(log(crashed), position);
            if (isNamed()) {
                named++;
            } else if (!holds(acknowledged)) {
                unseen.add(position);
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(named).isGreaterThan(60);
        crash();
        assertThat(holds(acknowledged)).isTrue();
    }

    @Test
    void namesAByteFlippedInTheVeryLastFrame() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            long end = mark(live).frames() * FRAME + WriteAheadLog.HEADER;
            for (long back : List.of(1L, 2000L, 4096L, 4100L, 4108L, 4113L, (long) FRAME)) {
                crash();
                Tampering.flip(log(crashed), end - back);
                assertThat(isNamed()).as("%d before the end", back).isTrue();
            }
        }
    }

    @Test
    void leavesALogItRefusesAsItIs() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            keep(store);
            crash();
        }
        Tampering.flip(log(crashed), 5000);
        byte[] before = Files.readAllBytes(log(crashed));

        assertThat(isNamed()).isTrue();

        assertThat(Files.readAllBytes(log(crashed))).isEqualTo(before);
        Tampering.flip(log(crashed), 5000);
        assertThat(holds(List.of("W-0001", "W-0002"))).isTrue();
    }

    @Test
    void namesALogThatIsGoneOrEmptyOrCutOff() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            crash();
            Files.delete(log(crashed));
            assertThat(isNamed()).as("gone").isTrue();
            crash();
            cut(log(crashed), 0);
            assertThat(isNamed()).as("empty").isTrue();
            crash();
            cut(log(crashed), WriteAheadLog.HEADER + (mark(live).frames() - 1) * FRAME);
            assertThat(isNamed()).as("without its last frame").isTrue();
        }
    }

    @Test
    void opensWhateverACrashLeavesOfATransactionThatWasNotAcknowledged() throws Exception {
        Random random = new Random(20261129);
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            Path before = Files.copy(beside(live, "-mark"), folder.resolve("mark"));
            long from = WriteAheadLog.HEADER + mark(live).frames() * FRAME;
            store.inTransaction(tx -> {
                for (int i = 0; i < 60; i++) {
                    tx.keep(tx.next(RecordKind.WITNESS), Samples.witness(Protection.PUBLIC), 0, "amina", Samples.NOON);
                }
                return null;
            });
            long frames = (WriteAheadLog.HEADER + mark(live).frames() * FRAME - from) / FRAME;
            assertThat(frames).isGreaterThan(10);
            for (int i = 0; i < 200; i++) {
                crash();
                Files.copy(before, beside(crashed, "-mark"), StandardCopyOption.REPLACE_EXISTING);
                long whole = from + random.nextLong(frames) * FRAME;
                cut(log(crashed), i % 2 == 0 ? whole : whole + random.nextInt(FRAME));
                assertThat(LogWatch.over(crashed, Samples.key()))
                        .as("cut at %d", whole)
                        .isNotNull();
                if (i % 20 == 0) {
                    assertThat(holds(List.of("W-0001"))).isTrue();
                }
            }
        }
    }

    @Test
    void opensATransactionOfWhichAPowerCutLeftOnlySomeFrames() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            Path before = Files.copy(beside(live, "-mark"), folder.resolve("mark"));
            long from = WriteAheadLog.HEADER + mark(live).frames() * FRAME;
            keep(store);
            crash();
            Files.copy(before, beside(crashed, "-mark"), StandardCopyOption.REPLACE_EXISTING);
            Tampering.flip(log(crashed), from + 100);
        }
        assertThat(holds(List.of("W-0001"))).isTrue();
    }

    @Test
    void opensWhateverIsCopiedBetweenTwoTransactions() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            long runs = 0;
            long salts = 0;
            for (int i = 1; i <= 400; i++) {
                keep(store);
                LogPlace mark = mark(live);
                runs += mark.salts() == salts ? 0 : 1;
                salts = mark.salts();
                if (i % 40 == 0) {
                    crash();
                    assertThat(holds(List.of("W-%04d".formatted(i)))).isTrue();
                }
            }
            assertThat(runs).as("how often the log was begun again").isGreaterThan(2);
        }
    }

    @Test
    void promisesNothingOfAClosedDatabase() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
        }
        assertThat(log(live)).doesNotExist();
        assertThat(beside(live, "-mark")).doesNotExist();
        crash();
        assertThat(holds(List.of("W-0001"))).isTrue();
    }

    @Test
    void promisesNothingOfALogThatAFailedOpeningFoldedIn() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            Tampering.of(live, "UPDATE flyway_schema_history SET checksum = 1");
            keep(store);
            crash();
        }
        assertThatThrownBy(() -> Store.open(crashed, Samples.key())).isInstanceOf(ArchiveException.Damaged.class);

        assertThat(log(crashed)).doesNotExist();
        assertThat(beside(crashed, "-mark")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 12, 23, 24, 60, 87})
    void namesABrokenMarkOnceAndMakesItAnew(long position) throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            crash();
        }
        Tampering.flip(beside(crashed, "-mark"), position);

        assertThat(check()).containsExactly(Finding.of("markDamaged"));
        assertThat(holds(List.of("W-0001"))).isTrue();
    }

    @Test
    void findsALossInTheMiddleOfALogWithoutAnyMark() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            long middle = WriteAheadLog.HEADER + mark(live).frames() * FRAME - 100;
            for (int i = 0; i < 5; i++) {
                keep(store);
            }
            crash();
            Files.delete(beside(crashed, "-mark"));
            Tampering.flip(log(crashed), middle);
            assertThat(isNamed()).isTrue();
            Tampering.flip(log(crashed), middle);
        }
        assertThat(holds(List.of("W-0001", "W-0006"))).isTrue();
    }

    @Test
    void needsNothingOfTheSharedMemory() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            long size = Files.size(beside(live, "-shm"));
            for (long position : List.of(0L, 16L, 24L, 40L, 96L, 130L, 140L, size / 2, size - 1)) {
                crash();
                Tampering.flip(beside(crashed, "-shm"), position);
                assertThat(holds(List.of("W-0001"))).as("%d", position).isTrue();
                assertThat(check()).isEmpty();
            }
            crash();
            Files.delete(beside(crashed, "-shm"));
            assertThat(holds(List.of("W-0001"))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherKeyRuinsNothing(boolean marked) throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            crash();
        }
        if (!marked) {
            Files.delete(beside(crashed, "-mark"));
        }
        assertThatThrownBy(() -> Store.open(crashed, Samples.key(8))).isInstanceOf(ArchiveException.Damaged.class);

        assertThat(holds(List.of("W-0001"))).isTrue();
    }

    @Test
    void tellsNothingInItsMark() throws Exception {
        try (Store store = Store.create(live, Samples.key())) {
            keep(store);
            assertThat(Files.size(beside(live, "-mark"))).isEqualTo(88);
        }
    }

    private static void keep(Store store) {
        store.inTransaction(tx ->
                tx.keep(tx.next(RecordKind.WITNESS), Samples.witness(Protection.PUBLIC), 0, "amina", Samples.NOON));
    }

    /// What a crash of the machine's power, or of the program, would leave at this moment.
    private void crash() throws IOException {
        for (String ending : List.of("", "-wal", "-shm", "-mark")) {
            Path from = beside(live, ending);
            Path to = beside(crashed, ending);
            Files.deleteIfExists(to);
            if (Files.exists(from)) {
                Files.copy(from, to);
            }
        }
    }

    private boolean isNamed() {
        try (Store store = Store.open(crashed, Samples.key())) {
            return !store.check().isEmpty();
        } catch (ArchiveException.Damaged e) {
            assertThat(e.arguments()).isEqualTo(List.of("records"));
            return true;
        }
    }

    private List<Finding> check() {
        try (Store store = Store.open(crashed, Samples.key())) {
            return store.check();
        }
    }

    private boolean holds(List<String> acknowledged) {
        try (Store store = Store.open(crashed, Samples.key())) {
            return store.check().isEmpty()
                    && acknowledged.stream()
                            .allMatch(reference -> store.read(view ->
                                    view.current(Reference.parse(reference)).isPresent()));
        }
    }

    /// Where the mark stands.
    private static LogPlace mark(Path database) throws IOException {
        ByteBuffer written = ByteBuffer.wrap(Files.readAllBytes(beside(database, "-mark")));
        return new LogPlace(written.getLong(), written.getLong(), written.getLong());
    }

    private static Path log(Path database) {
        return beside(database, "-wal");
    }

    private static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    private static void cut(Path file, long size) throws IOException {
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(size);
        }
    }
}
