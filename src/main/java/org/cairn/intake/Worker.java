package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;

/// One worker process, seen from the program.
final class Worker implements AutoCloseable {

    /// More than this is not handed to a worker whole.
    static final long LARGEST = 600L * 1024 * 1024;
    /// What is handed of a larger one.
    static final long HEAD = 16L * 1024 * 1024;

    private static final int OUT_OF_MEMORY = 3;

    private final Limits limits;
    private final Process process;
    private final Spool spool;
    private final DataOutputStream to;
    private final DataInputStream from;

    private Worker(Limits limits, Process process, Spool spool) {
        this.limits = limits;
        this.process = process;
        this.spool = spool;
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    static Worker start(Limits limits) throws IOException {
        Spool spool = Spool.make();
        String program = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", program).toString(),
                "-Xmx" + limits.memoryMiB() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + spool.folder().map(Path::toString).orElse("no-place-for-files-in-clear"),
                "-cp",
                System.getProperty("java.class.path"),
                WorkerMain.class.getName(),
                String.valueOf(limits.textCharacters()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Worker(limits, process, spool);
        } catch (IOException e) {
            spool.close();
            throw e;
        }
    }

    /// How reading a file ended.
    ///
    /// @param reading what the worker said; empty when it did not come to its end
    /// @param reason why not, a code
    /// @param passages what it said before
    /// @param children how many children it found
    record Outcome(Optional<Reading> reading, String reason, List<Passage> passages, int children) {}

    boolean alive() {
        return process.isAlive();
    }

    Outcome read(Source source, String fileName, ChildSink sink, ScheduledExecutorService clock) {
        List<Passage> passages = new ArrayList<>();
        AtomicBoolean late = new AtomicBoolean();
        CountingSink children = new CountingSink(sink);
        ScheduledFuture<?> deadline = clock.schedule(
                () -> {
                    late.set(true);
                    kill();
                },
                limits.time().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            send(source, fileName);
            Reading reading = receive(passages, children);
            return new Outcome(Optional.of(reading), "", passages, children.count);
        } catch (SinkFailed e) {
            kill();
            throw e;
        } catch (IOException e) {
            String reason = late.get() ? "timeLimit" : ended() == OUT_OF_MEMORY ? "memoryLimit" : "crashed";
            return new Outcome(Optional.empty(), reason, passages, children.count);
        } finally {
            deadline.cancel(false);
            spool.wipe();
        }
    }

    private void send(Source source, String fileName) throws IOException {
        Frames.writeText(to, fileName);
        to.writeLong(source.size());
        try (InputStream bytes = source.open()) {
            Frames.writePieces(to, bytes, source.size() > LARGEST ? HEAD : Long.MAX_VALUE);
        }
        to.flush();
    }

    private Reading receive(List<Passage> passages, CountingSink children) throws IOException {
        while (true) {
            byte kind = from.readByte();
            switch (kind) {
                case Frames.PASSAGE -> passages.add(passage());
                case Frames.CHILD -> child(children);
                case Frames.READING -> {
                    return reading(passages);
                }
                default -> throw new IOException("no frame begins like this");
            }
        }
    }

    private Passage passage() throws IOException {
        Passage.Unit unit = Passage.Unit.valueOf(Frames.readText(from));
        int ordinal = from.readInt();
        String text = Frames.readText(from);
        return new Passage(unit, ordinal, text, language(Frames.readText(from)));
    }

    private void child(CountingSink children) throws IOException {
        String name = Frames.readText(from);
        Frames.Pieces bytes = new Frames.Pieces(from);
        children.take(name, bytes);
        bytes.drain();
    }

    private Reading reading(List<Passage> passages) throws IOException {
        ReadingStatus status = ReadingStatus.valueOf(Frames.readText(from));
        String reason = Frames.readText(from);
        String mediaType = Frames.readText(from);
        int pages = from.readInt();
        Optional<LanguageTag> language = language(Frames.readText(from));
        int expected = from.readInt();
        int found = from.readInt();
        Map<String, String> metadata = new TreeMap<>();
        int entries = from.readInt();
        for (int i = 0; i < entries; i++) {
            metadata.put(Frames.readText(from), Frames.readText(from));
        }
        return new Reading(status, reason, mediaType, pages, passages.size(), language, expected, found, metadata);
    }

    private static Optional<LanguageTag> language(String tag) {
        return tag.isEmpty() ? Optional.empty() : Optional.of(new LanguageTag(tag));
    }

    /// The worker's exit code, once it is gone; -1 while it lives on and talks nonsense.
    private int ended() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        spool.close();
    }

    /// The archive could not take a child: that is no fault of the file's.
    static final class SinkFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SinkFailed(Throwable cause) {
            super("sink", cause);
        }
    }

    /// Counts what it hands on, and tells the archive's troubles from the pipe's.
    private static final class CountingSink {

        private final ChildSink sink;
        private int count;

        CountingSink(ChildSink sink) {
            this.sink = sink;
        }

        void take(String name, Frames.Pieces bytes) throws IOException {
            try {
                sink.child(name, bytes);
                count++;
            } catch (RuntimeException e) {
                throw new SinkFailed(e);
            }
        }
    }
}
