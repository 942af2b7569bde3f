package org.cairn.drawing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The processes that draw: one for each file that is looked at, and a warm one for the next.
///
/// They hold pieces of evidence in their memory: [#endAll] when the archive is locked.
public final class DrawingProcesses implements AutoCloseable {

    private final DrawingLimits limits;
    private final Deque<DrawingProcess> idle = new ArrayDeque<>();
    private final Set<DrawingProcess> busy = new HashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drawing limit").factory());

    /// Starts none yet: the first file does, or [#warm].
    public DrawingProcesses(DrawingLimits limits) {
        this.limits = limits;
    }

    /// Starts one that waits, so that the first page need not wait for it.
    public synchronized void warm() {
        if (idle.isEmpty() && limits.kept() > 0) {
            try {
                DrawingProcess fresh = DrawingProcess.start(limits, clock);
                if (fresh.warmUp()) {
                    idle.push(fresh);
                }
            } catch (IOException e) {
                // the first page will say so
            }
        }
    }

    synchronized DrawingProcess take() throws IOException {
        while (!idle.isEmpty()) {
            DrawingProcess next = idle.pop();
            if (next.alive()) {
                busy.add(next);
                return next;
            }
        }
        DrawingProcess fresh = DrawingProcess.start(limits, clock);
        busy.add(fresh);
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

    /// Ends every process, also those that are drawing.
    public synchronized void endAll() {
        idle.forEach(DrawingProcess::close);
        idle.clear();
        busy.forEach(DrawingProcess::close);
        busy.clear();
    }

    @Override
    public void close() {
        endAll();
        clock.shutdown();
    }
}
