package org.cairn.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;

/// Reads files in worker processes, and goes on whatever a file does to one.
///
/// A worker that crashes is replaced and the file tried once more by itself; what comes of it then is final. May be
/// used by several threads: each has a worker of its own while it reads.
public final class Reader implements AutoCloseable {

    private final Limits limits;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final ScheduledExecutorService clock;
    private boolean closed;

    /// Starts no process yet: the first file does.
    public Reader(Limits limits) {
        this.limits = limits;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("reading limit").factory());
    }

    /// Reads one file. What is wrong with a file is in the answer, never an exception.
    ///
    /// @param fileName a hint to what it is; never trusted
    /// @param sink takes what is inside it
    public ReadResult read(Source source, String fileName, ChildSink sink, Progress progress) {
        progress.checkCancelled();
        if (source.size() == 0) {
            return new ReadResult(bare(ReadingStatus.EMPTY, "empty", List.of(), 0), List.of());
        }
        Worker.Outcome first = attempt(source, fileName, sink);
        Worker.Outcome last = first;
        if (first.reading().isEmpty() && first.reason().equals("crashed")) {
            progress.checkCancelled();
            sink.again();
            last = attempt(source, fileName, sink);
        }
        Worker.Outcome outcome = last;
        Reading reading = outcome.reading().orElseGet(() -> broken(outcome));
        return new ReadResult(reading, outcome.passages());
    }

    private Worker.Outcome attempt(Source source, String fileName, ChildSink sink) {
        Worker worker;
        try {
            worker = take();
        } catch (IOException e) {
            return new Worker.Outcome(Optional.empty(), "crashed", List.of(), 0);
        }
        boolean sound = false;
        try {
            Worker.Outcome outcome = worker.read(source, fileName, sink, clock);
            sound = outcome.reading().isPresent();
            return outcome;
        } catch (Worker.SinkFailed e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        } finally {
            giveBack(worker, sound);
        }
    }

    private Worker take() throws IOException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                Worker worker = idle.pop();
                if (worker.alive()) {
                    return worker;
                }
                worker.close();
            }
        }
        return Worker.start(limits);
    }

    private void giveBack(Worker worker, boolean sound) {
        synchronized (idle) {
            if (sound && !closed && worker.alive()) {
                idle.push(worker);
                return;
            }
        }
        worker.close();
    }

    /// What was said before the end still counts.
    private static Reading broken(Worker.Outcome outcome) {
        boolean something = !outcome.passages().isEmpty() || outcome.children() > 0;
        return bare(
                something ? ReadingStatus.PARTIAL : ReadingStatus.UNREADABLE,
                outcome.reason(),
                outcome.passages(),
                outcome.children());
    }

    private static Reading bare(ReadingStatus status, String reason, List<Passage> passages, int children) {
        int pages = (int) passages.stream()
                .filter(passage -> passage.unit() == Passage.Unit.PAGE)
                .count();
        return new Reading(
                status,
                reason,
                "application/octet-stream",
                pages,
                passages.size(),
                Optional.empty(),
                children,
                children,
                Map.of());
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Worker::close);
            idle.clear();
        }
        clock.shutdownNow();
    }
}
