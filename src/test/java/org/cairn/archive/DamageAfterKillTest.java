package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed program leaves is whole; a byte of it that goes wrong then takes nothing away unseen.
class DamageAfterKillTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private List<Reference> acknowledged;
    private Path copy;

    @BeforeEach
    void workUntilKilled() throws Exception {
        open = new OpenArchive(temp);
        Reference witness = open.witness();
        open.close();
        Path papers = Files.createDirectories(temp.resolve("papers"));
        acknowledged = KilledWork.of(open.folder, papers, witness).killedAfter(9, 0).stream()
                .flatMap(one -> one.reference().stream())
                .toList();
        copy = temp.resolve("copy.cairn");
    }

    @Test
    void findsWhatAKilledProgramLeftWhole() throws Exception {
        takeCopy();
        assertThat(verdict()).isEmpty();
        assertThat(verdict()).isEmpty();
    }

    @Test
    void namesAByteFlippedInTheLogOrHasLostNothing() throws Exception {
        assertThat(named("records.db-wal", 40))
                .as("but for a transaction that was cut short")
                .isGreaterThan(35);
    }

    @Test
    void namesAByteFlippedInTheMarkOfTheLog() throws Exception {
        assertThat(named("records.db-mark", 8)).isEqualTo(8);
    }

    @Test
    void namesAByteFlippedInTheDatabaseOrHasLostNothing() throws Exception {
        // pages that the log holds newer are written over
        assertThat(named("records.db", 20)).isBetween(0, 20);
    }

    private int named(String name, int times) throws IOException {
        Random random = new Random(20261130);
        long size = Files.size(open.folder.resolve(name));
        int named = 0;
        for (int i = 0; i < times; i++) {
            takeCopy();
            flip(copy.resolve(name), random.nextLong(size));
            named += verdict().isEmpty() ? 0 : 1;
        }
        return named;
    }

    @Test
    void makesTheSharedMemoryOfTheDatabaseAnew() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            takeCopy();
            Path shared = copy.resolve("records.db-shm");
            flip(shared, i < 3 ? random.nextInt(136) : random.nextLong(Files.size(shared)));
            assertThat(verdict()).isEmpty();
        }
    }

    /// What is found wrong; something acknowledged that is not there any more, and not named, fails at once.
    private List<Finding> verdict() {
        try (Archive archive = Archives.open(copy, OpenArchive.USER, OpenArchive.passphrase(), open.environment)) {
            List<Finding> findings = archive.custody().verify(Progress.none()).findings();
            if (findings.isEmpty()) {
                assertThat(acknowledged)
                        .allSatisfy(reference ->
                                assertThat(archive.records().summary(reference)).isPresent());
            }
            return findings;
        } catch (ArchiveException.Damaged e) {
            return List.of(Finding.of("damaged", e.arguments().getFirst()));
        }
    }

    private void takeCopy() throws IOException {
        if (Files.exists(copy)) {
            try (Stream<Path> old = Files.walk(copy)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> all = Files.walk(open.folder)) {
            for (Path path : all.toList()) {
                Files.copy(path, copy.resolve(open.folder.relativize(path).toString()));
            }
        }
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int one = bytes.read();
            bytes.seek(at);
            bytes.write(one ^ 1 << (at % 8));
        }
    }
}
