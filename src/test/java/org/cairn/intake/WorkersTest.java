package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;

/// Whatever a file does to a worker, the program goes on, and nothing of it stays.
class WorkersTest {

    private static final Limits USUAL = new Limits(Duration.ofSeconds(60), 128, 1_000_000, 1);
    private static final byte[] LETTER = "a letter with words".getBytes(StandardCharsets.UTF_8);

    private static final byte[] NOISE = noise();

    /// More than the pipe and its buffers hold at once, so that a worker has not said everything yet when it is killed.
    private static byte[] noise() {
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] archive() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("letter.txt", LETTER);
        members.put("noise.bin", NOISE);
        return Papers.zip(members);
    }

    private static ReadResult read(Reader reader, byte[] bytes, ChildSink sink) {
        return reader.read(Papers.source(bytes), "file", sink, Progress.none());
    }

    /// What other tests have left running, such as processes that draw pages.
    private static final Set<ProcessHandle> OTHERS =
            ProcessHandle.current().children().collect(Collectors.toSet());

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.isAlive() && !OTHERS.contains(child))
                .toList();
    }

    /// What other tests have left for processes that they share.
    private static final Set<Path> OTHER_SPOOLS =
            Set.copyOf(spools(ProcessHandle.current().pid()));

    private static List<Path> spools() {
        return spools(ProcessHandle.current().pid()).stream()
                .filter(spool -> !OTHER_SPOOLS.contains(spool))
                .toList();
    }

    private static List<Path> spools(long program) {
        Path memory = Path.of("/dev/shm");
        if (!Files.isDirectory(memory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(memory)) {
            String ours = "cairn-" + program + "-";
            return all.filter(path -> path.getFileName().toString().startsWith(ours))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void killWorkers() {
        workers().forEach(worker -> {
            worker.destroyForcibly();
            worker.onExit().join();
        });
    }

    @Test
    void endsAFileThatTakesTooLongAndReadsTheNext() {
        Found found = new Found();
        try (Reader reader = new Reader(new Limits(Duration.ofMillis(20), 128, 1_000_000, 1))) {
            ReadResult result = read(reader, LETTER, found);
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
            assertThat(result.reading().reason()).isEqualTo("timeLimit");
            assertThat(found.again).isOne();
            assertThat(workers()).isEmpty();
        }
    }

    @Test
    void startsWhatReadsManyFilesBeforeTheFirstIsThere() {
        try (Reader reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 2))) {
            reader.expect(3);
            assertThat(workers()).isEmpty();
            reader.expect(1_000);
            List<ProcessHandle> started = workers();
            assertThat(started).hasSize(2);
            reader.expect(1_000);
            assertThat(read(reader, LETTER, new Found()).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
            assertThat(workers()).containsExactlyInAnyOrderElementsOf(started);
        }
        assertThat(workers()).isEmpty();
    }

    @Test
    void blamesNoFileForAWorkerThatCannotBeStarted() {
        Found found = new Found();
        // more memory than any machine has
        try (Reader reader = new Reader(new Limits(Duration.ofSeconds(60), 1_000_000_000, 1_000_000, 1))) {
            assertThatThrownBy(() -> read(reader, LETTER, found)).isInstanceOf(ArchiveException.ReaderNotStarted.class);
            assertThat(found.again).isZero();
            assertThat(workers()).isEmpty();
        }
    }

    @Test
    void doesNotHoldAgainstAFileWhatTheArchiveNeedsForIt() {
        AtomicBoolean waited = new AtomicBoolean();
        Duration most = Duration.ofSeconds(4).plus(neededOnThisMachine().multipliedBy(4));
        try (Reader reader = new Reader(new Limits(most, 128, 1_000_000, 1))) {
            ReadResult result = read(reader, archive(), new ChildSink() {
                @Override
                public void child(String name, InputStream bytes) {
                    if (waited.compareAndSet(false, true)) {
                        waitFor(most.plusSeconds(1));
                    }
                }

                @Override
                public void again() {
                    throw new AssertionError("was not to be read again");
                }
            });
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
    }

    /// A busy machine needs its time to start a worker too.
    private static Duration neededOnThisMachine() {
        long start = System.nanoTime();
        try (Reader reader = new Reader(USUAL)) {
            read(reader, archive(), new Found());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void waitFor(Duration time) {
        try {
            assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void endsAFileThatNeedsTooMuchMemoryAndReadsTheNext() {
        try (Reader reader = new Reader(new Limits(Duration.ofSeconds(60), 32, 1_000_000, 1))) {
            ReadResult result = read(reader, new byte[40_000_000], new Found());
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
            assertThat(result.reading().reason()).isEqualTo("memoryLimit");
            assertThat(read(reader, LETTER, new Found()).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
    }

    @Test
    void readsAFileAgainWhenItsWorkerDied() {
        AtomicBoolean killed = new AtomicBoolean();
        Found found = new Found();
        try (Reader reader = new Reader(USUAL)) {
            ReadResult result = read(reader, archive(), killing(found, () -> killed.compareAndSet(false, true)));
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
            assertThat(found.again).isOne();
            assertThat(found.names).containsExactly("letter.txt", "noise.bin");
            assertThat(found.contents).containsExactly(LETTER, NOISE);
        }
    }

    @Test
    void givesAFileUpWhenItsWorkerDiedTwice() {
        Found found = new Found();
        try (Reader reader = new Reader(USUAL)) {
            ReadResult result = read(reader, big(), killing(found, () -> true));
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
            assertThat(result.reading().reason()).isEqualTo("crashed");
            assertThat(result.reading().mediaType()).isEqualTo("application/zip");
            assertThat(found.again).isOne();
            assertThat(read(reader, LETTER, new Found()).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
    }

    private static byte[] big() {
        return Papers.zip(Map.of("noise.bin", NOISE));
    }

    private static ChildSink killing(Found found, java.util.function.BooleanSupplier now) {
        return new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                if (now.getAsBoolean()) {
                    killWorkers();
                }
                found.child(name, bytes);
            }

            @Override
            public void again() {
                found.again();
            }
        };
    }

    @Test
    void readsWithANewWorkerWhenTheOldOneDiedMeanwhile() {
        try (Reader reader = new Reader(USUAL)) {
            assertThat(read(reader, LETTER, new Found()).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
            killWorkers();
            assertThat(read(reader, LETTER, new Found()).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
    }

    @Test
    void leavesSharedWorkersToTheNextReaderAndEndsThemWithWhoSharesThem() {
        try (Workers shared = new Workers(USUAL)) {
            try (Reader first = new Reader(shared)) {
                read(first, LETTER, new Found());
            }
            List<ProcessHandle> left = workers();
            assertThat(left).hasSize(1);
            try (Reader second = new Reader(shared)) {
                read(second, LETTER, new Found());
                assertThat(workers()).isEqualTo(left);
            }
        }
        assertThat(workers()).isEmpty();
    }

    @Test
    void leavesNoProcessAndNoFileBehind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = tikas(temporary);
        try (Reader reader = new Reader(USUAL)) {
            read(reader, Papers.message(), new Found());
            read(reader, Papers.png(), new Found());
            assertThat(workers()).hasSize(1);
            for (Path spool : spools()) {
                try (Stream<Path> left = Files.list(spool)) {
                    assertThat(left).isEmpty();
                }
            }
        }
        assertThat(workers()).isEmpty();
        assertThat(spools()).isEmpty();
        assertThat(tikas(temporary)).isEqualTo(before);
    }

    private static List<Path> tikas(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().contains("tika"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void stopsAtOnceWhenThePersonCancels() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Progress progress = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
        try (Reader reader = new Reader(USUAL)) {
            assertThatThrownBy(() -> reader.read(Papers.source(big()), "f", cancelling(cancelled), progress))
                    .isInstanceOf(CancelledException.class);
        }
    }

    private static ChildSink cancelling(AtomicBoolean cancelled) {
        return new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                cancelled.set(true);
                workers().forEach(worker -> worker.onExit().join());
                bytes.readAllBytes();
            }

            @Override
            public void again() {
                throw new AssertionError("was not to be read again");
            }
        };
    }

    @Test
    void closesInTheMiddleOfAFileWithoutBlamingTheFile() {
        CountDownLatch reading = new CountDownLatch(1);
        Reader reader = new Reader(USUAL);
        CompletableFuture<ReadResult> result = CompletableFuture.supplyAsync(() -> read(reader, big(), new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                reading.countDown();
                workers().forEach(worker -> worker.onExit().join());
                bytes.readAllBytes();
            }

            @Override
            public void again() {
                throw new AssertionError("was not to be read again");
            }
        }));
        assertThat(reading)
                .satisfies(
                        latch -> assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue());
        reader.close();
        assertThatThrownBy(result::join).hasCauseInstanceOf(CancelledException.class);
        assertThat(workers()).isEmpty();
    }

    @Test
    void passesOnWhatTheArchiveThrowsAndReadsTheNext() {
        try (Reader reader = new Reader(USUAL)) {
            assertThatThrownBy(() -> read(reader, archive(), throwing(new IOException("no room"))))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(read(reader, LETTER, new Found()).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
    }

    private static ChildSink throwing(IOException failure) {
        return new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                throw failure;
            }

            @Override
            public void again() {
                throw new AssertionError("was not to be read again");
            }
        };
    }

    @Test
    void doesNotBlameAFileThatTheArchiveCannotHandOver() {
        try (Reader reader = new Reader(USUAL)) {
            ReadResult result = reader.read(
                    new Source() {
                        @Override
                        public long size() {
                            return 10;
                        }

                        @Override
                        public InputStream open() throws IOException {
                            throw new IOException("gone");
                        }
                    },
                    "f",
                    new Found(),
                    Progress.none());
            assertThat(result.reading().reason()).isEqualTo("notAvailable");
            assertThat(read(reader, LETTER, new Found()).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        }
    }

    @Test
    void workersEndByThemselvesWhenTheirProgramIsKilled() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(program.getInputStream().read()).isEqualTo('R');
        List<ProcessHandle> orphans = program.descendants().toList();
        assertThat(orphans).isNotEmpty();
        program.destroyForcibly().waitFor();
        for (ProcessHandle orphan : orphans) {
            orphan.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(spools(program.pid())).isEmpty();
    }
}
