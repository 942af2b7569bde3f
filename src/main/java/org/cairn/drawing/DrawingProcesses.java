package org.cairn.drawing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cairn.progress.CancelledException;

/// The processes that draw: one for each file that is looked at, and a warm one for the next.
///
/// They hold pieces of evidence in their memory: [#endAll] when the archive is locked.
public final class DrawingProcesses implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final DrawingLimits limits;
    private final Deque<DrawingProcess> idle = new ArrayDeque<>();
    private final Set<DrawingProcess> busy = new HashSet<>();
    private boolean ready;
    private boolean closed;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drawing limit").factory());

    /// Starts none yet: the first file does, or [#warm].
    public DrawingProcesses(DrawingLimits limits) {
        this.limits = limits;
    }

    /// Starts one that waits, so that the first page need not wait for it; from now on, until [#endAll], there is
    /// always one for the next file, also when the one before is still looked at or was ended.
    public synchronized void warm() {
        ready = true;
        provide();
    }

    /// Not at once: the page that somebody waits for just now is drawn first.
    private void provideSoon() {
        if (ready && !closed && idle.isEmpty()) {
            clock.schedule(this::provide, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void provide() {
        idle.removeIf(process -> !process.alive());
        if (ready && !closed && idle.isEmpty() && limits.kept() > 0) {
            try {
                DrawingProcess fresh = DrawingProcess.start(limits, clock);
                if (fresh.warmUp()) {
                    idle.push(fresh);
                } else {
                    fresh.close();
                }
            } catch (IOException e) {
                // the first page will say so
            }
        }
    }

    /// @throws CancelledException when the program comes to its end
    synchronized DrawingProcess take() throws IOException {
        if (closed) {
            throw new CancelledException();
        }
        while (!idle.isEmpty()) {
            DrawingProcess next = idle.pop();
            if (next.alive()) {
                busy.add(next);
                provideSoon();
                return next;
            }
        }
        DrawingProcess fresh = DrawingProcess.start(limits, clock);
        busy.add(fresh);
        provideSoon();
        return fresh;
    }

    /// @param sound whether it has forgotten its file and may be given another
    void giveBack(DrawingProcess process, boolean sound) {
        synchronized (this) {
            boolean ours = busy.remove(process);
            if (ours && sound && process.alive() && idle.size() < limits.kept()) {
                idle.push(process);
                return;
            }
        }
        process.close();
    }

    /// Ends one that is still drawing after a moment; one that comes to its end before is as good as ever, and quicker
    /// for the next file than a fresh one.
    void endSoon(DrawingProcess process, BooleanSupplier drawing) {
        synchronized (this) {
            if (!closed) {
                clock.schedule(() -> end(process, drawing), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
        }
        process.kill();
    }

    private synchronized void end(DrawingProcess process, BooleanSupplier drawing) {
        if (drawing.getAsBoolean()) {
            process.kill();
        }
    }

    /// Ends every process, also those that are drawing.
    public synchronized void endAll() {
        ready = false;
        idle.forEach(DrawingProcess::close);
        idle.clear();
        busy.forEach(DrawingProcess::close);
        busy.clear();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            endAll();
        }
        clock.shutdownNow();
    }
}
