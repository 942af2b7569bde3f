package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cairn.archive.IncomingFiles.Incoming;
import org.cairn.archive.SealedTogether.Sealed;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small files are sealed next to each other and come out in their order; a large one is sealed by itself.
class SealedTogetherTest {

    private static final long LARGE = 20L * 1024 * 1024;

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void openIt() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private static Incoming of(long size) {
        return new Incoming(Path.of("file"), "", size);
    }

    @Test
    void takesEveryFileOnceAndLargeOnesAlone() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Incoming> files = IntStream.range(0, random.nextInt(300))
                    .mapToObj(i -> of(random.nextInt(20) == 0 ? LARGE : random.nextInt(3_000_000)))
                    .toList();
            List<Incoming> taken = new ArrayList<>();
            while (taken.size() < files.size()) {
                List<Incoming> some = SealedTogether.next(files, taken.size());
                assertThat(some).isNotEmpty().hasSizeLessThanOrEqualTo(64);
                if (some.stream().anyMatch(file -> file.size() == LARGE)) {
                    assertThat(some).hasSize(1);
                }
                taken.addAll(some);
            }
            assertThat(taken).isEqualTo(files);
        }
    }

    @Test
    void tellsOfEachInItsOrderAlsoOfThoseThatCannotBeTaken() throws IOException {
        List<Incoming> files = new ArrayList<>();
        List<Fingerprint> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] bytes = ("file " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Path file = Files.write(temp.resolve("file" + i), bytes);
            files.add(new Incoming(file, "", bytes.length));
            expected.add(Fingerprint.of(bytes));
        }
        files.add(3, new Incoming(temp.resolve("gone"), "", 5));
        files.add(9, new Incoming(temp.resolve("link"), "link", 0));
        try (SealedTogether sealing = new SealedTogether(open.archive.session().vault(), Progress.none())) {
            List<Sealed> sealed = sealing.seal(files);
            assertThat(sealed).hasSize(42);
            assertThat(sealed.get(3).refusal()).isEqualTo("missing");
            assertThat(sealed.get(9).refusal()).isEqualTo("link");
            assertThat(sealed.stream().flatMap(one -> one.stored().stream()).map(stored -> stored.fingerprint()))
                    .isEqualTo(expected);
        }
    }

    /// Those beside it end because they are told to: that is not why the intake ends.
    @Test
    void tellsWhatStoppedThemAllAndNotThatOthersWereToldToStop() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "words");
        List<Incoming> files = java.util.Collections.nCopies(60, new Incoming(file, "", 5));
        AtomicInteger asked = new AtomicInteger();
        Progress faulty = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                if (asked.incrementAndGet() == 20) {
                    throw new IllegalStateException("a fault of ours");
                }
                return false;
            }
        };
        try (SealedTogether sealing = new SealedTogether(open.archive.session().vault(), faulty)) {
            List<Sealed> sealed = sealing.seal(files);
            assertThat(sealed).hasSizeLessThan(60);
            assertThat(sealed.getLast().stopped()).containsInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> sealed.forEach(Sealed::check)).hasMessage("a fault of ours");
        }
    }

    @Test
    void endsWithTheFirstThatWasStopped() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "words");
        Progress cancelled = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Incoming one = new Incoming(file, "", 5);
        try (SealedTogether sealing = new SealedTogether(open.archive.session().vault(), cancelled)) {
            List<Sealed> sealed = sealing.seal(List.of(one, one, one));
            assertThat(sealed).hasSize(1);
            assertThat(sealed.getFirst().stopped()).containsInstanceOf(CancelledException.class);
        }
    }
}
