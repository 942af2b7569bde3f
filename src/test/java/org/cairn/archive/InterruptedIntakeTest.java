package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.domain.Summary;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever stops an intake is told what is in the archive and what is not.
class InterruptedIntakeTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Path papers;

    @BeforeEach
    void layOutPapers() throws Exception {
        open = new OpenArchive(temp);
        papers = Files.createDirectory(temp.resolve("papers"));
        for (String name : List.of("a.txt", "b.txt", "c.txt", "d.txt")) {
            OpenArchive.file(papers, name, "Words of " + name);
        }
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void accountsForEveryFileWhenItIsStoppedInTheMidst() {
        IntakeReport report = take(new StoppedAfter("seal", 2));
        assertThat(report.stopped()).containsInstanceOf(CancelledException.class);
        assertThat(report.files()).hasSize(4);
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(2);
        assertThat(report.files().subList(2, 4))
                .allSatisfy(file -> assertThat(file.reason()).isEqualTo("cancelled"));
        assertThat(report.files().subList(0, 2))
                .allSatisfy(file -> assertThat(
                                open.archive.records().open(file.reference().orElseThrow()))
                        .isNotNull());
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void tellsWhatWasTakenInWhenReadingIsStopped() {
        IntakeReport report = take(new StoppedAfter("read", 1));
        assertThat(report.stopped()).containsInstanceOf(CancelledException.class);
        assertThat(report.count(Outcome.TAKEN)).isEqualTo(4);
    }

    @Test
    void takesTheRestWhenItIsOfferedAgain() {
        take(new StoppedAfter("seal", 2));
        IntakeReport again = take(Progress.none());
        assertThat(again.stopped()).isEmpty();
        assertThat(again.count(Outcome.DUPLICATE)).isEqualTo(2);
        assertThat(again.count(Outcome.TAKEN)).isEqualTo(2);
    }

    @Test
    void justStopsWhenNothingWasTakenInYet() {
        assertThatThrownBy(() -> take(new StoppedAfter("seal", 0))).isInstanceOf(CancelledException.class);
    }

    @Test
    void tellsOfWhatWasBeingKeptWhenItWasStopped() throws Exception {
        Path zips = Files.createDirectory(temp.resolve("zips"));
        zip(zips.resolve("1.zip"), "first.txt");
        zip(zips.resolve("2.zip"), "second.txt");
        StoppedWhileKeeping progress = new StoppedWhileKeeping();
        Environment halting = new Environment(progress, new SecureRandom(), open.environment.cost());
        open.archive.close();
        open.archive = Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), halting);
        IntakeReport report = open.archive
                .evidence()
                .take(List.of(zips), OpenArchive.terms(Protection.RESTRICTED), progress, progress::told);
        assertThat(report.stopped()).containsInstanceOf(CancelledException.class);
        List<String> kept = open.archive.evidence().list(ListQuery.first(100)).items().stream()
                .map(Summary::title)
                .toList();
        assertThat(kept).contains("first.txt", "second.txt");
        assertThat(report.files())
                .extracting(IntakeReport.Taken::name)
                .anyMatch(name -> name.endsWith("/ first.txt"))
                .anyMatch(name -> name.endsWith("/ second.txt"));
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    private static void zip(Path file, String member) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(("Words of " + member).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private IntakeReport take(Progress progress) {
        return open.archive.evidence().take(List.of(papers), OpenArchive.terms(Protection.RESTRICTED), progress);
    }

    /// Somebody who wants it to stop when a stage has come so far: of files, not of their bytes.
    private static final class StoppedAfter implements Progress {
        private final String stage;
        private final long steps;
        private volatile boolean reached;

        StoppedAfter(String stage, long steps) {
            this.stage = stage;
            this.steps = steps;
            this.reached = steps == 0;
        }

        @Override
        public void step(String of, long done, long total) {
            reached |= of.equals(stage) && total == 4 && done >= steps;
        }

        @Override
        public boolean cancelled() {
            return reached;
        }
    }

    /// Lets the first of two files be read and kept, and stops it when the second is just being kept. What is kept is
    /// dated by a clock: there the second is held.
    private static final class StoppedWhileKeeping extends Clock implements Progress {
        private final CountDownLatch firstTold = new CountDownLatch(1);
        private final CountDownLatch secondBeingKept = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        void told(IntakeReport.Taken file) {
            if (file.name().endsWith("/ first.txt")) {
                firstTold.countDown();
            }
        }

        @Override
        public void step(String stage, long done, long total) {
            if (stage.equals("read") && done == 1) {
                await(secondBeingKept);
                goOn.countDown();
                throw new CancelledException();
            }
        }

        @Override
        public boolean cancelled() {
            if (readsTheSecond()) {
                await(firstTold);
            } else if (isBeside() && firstTold.getCount() == 0) {
                // what came out of the first is not to be kept before the second
                await(secondBeingKept);
            }
            return false;
        }

        @Override
        public Instant instant() {
            if (isBeside() && firstTold.getCount() == 0) {
                secondBeingKept.countDown();
                await(goOn);
            }
            return OpenArchive.NOON;
        }

        private static boolean isBeside() {
            return Thread.currentThread().getName().startsWith("pool-");
        }

        private static boolean readsTheSecond() {
            return Thread.currentThread().getName().matches("pool-\\d+-thread-2");
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                // goes on with what it is at, as a transaction does
                return;
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
