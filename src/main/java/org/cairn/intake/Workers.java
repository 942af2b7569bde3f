package org.cairn.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// Worker processes that stand ready between two files, for one [Reader] or for several after each other.
///
/// A worker's memory may still hold pieces of what it read: who shares workers between archives lets the processes of
/// one outlive it. The program does not; a process that opens many archives of its own, such as a test, may.
public final class Workers implements AutoCloseable {

    private final Limits limits;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final ScheduledExecutorService clock;
    private boolean closed;

    /// Starts no process yet: the first file does.
    public Workers(Limits limits) {
        this.limits = limits;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("reading limit").factory());
    }

    /// Starts as many as will be wanted soon, so that they are there when they are. Where one cannot be started,
    /// whoever wants it is told.
    synchronized void prepare(int wanted) {
        try {
            while (!closed && idle.size() < Math.min(wanted, limits.workers())) {
                idle.push(Worker.start(limits, clock, true));
            }
        } catch (IOException e) {
            // the file that is to be read will try again, and say so
        }
    }

    Limits limits() {
        return limits;
    }

    /// One that has read before, where one stands ready and may be used; else a new one.
    Worker take(boolean used) throws IOException {
        Optional<Worker> ready = used ? ready() : Optional.empty();
        return ready.isPresent() ? ready.get() : Worker.start(limits, clock, false);
    }

    private synchronized Optional<Worker> ready() {
        while (!idle.isEmpty()) {
            Worker next = idle.pop();
            if (next.alive()) {
                return Optional.of(next);
            }
            next.close();
        }
        return Optional.empty();
    }

    /// Keeps a worker that came to the end of its file for the next.
    void giveBack(Worker worker) {
        synchronized (this) {
            if (!closed && worker.alive() && idle.size() < limits.workers()) {
                idle.push(worker);
                return;
            }
        }
        worker.close();
    }

    /// Ends the workers that stand ready.
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Worker::close);
        idle.clear();
        clock.shutdownNow();
    }
}
