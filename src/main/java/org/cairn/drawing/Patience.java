package org.cairn.drawing;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// How long the program waits for the answer to one question; after that the process is ended.
///
/// What the program itself needs to hand over bytes is not held against the file.
final class Patience {

    private final long most;
    private final ScheduledExecutorService clock;
    private final Runnable stop;
    private long until;
    private long handingSince = -1;
    private boolean waiting;
    private boolean late;

    Patience(Duration most, ScheduledExecutorService clock, Runnable stop) {
        this.most = most.toNanos();
        this.clock = clock;
        this.stop = stop;
    }

    /// A question has been asked; the returned task is given back with [#answered].
    synchronized Future<?> asked() {
        until = System.nanoTime() + most;
        handingSince = -1;
        waiting = true;
        long every = Math.clamp(most / 10, TimeUnit.MILLISECONDS.toNanos(5), TimeUnit.MILLISECONDS.toNanos(100));
        return clock.scheduleWithFixedDelay(this::look, every, every, TimeUnit.NANOSECONDS);
    }

    synchronized void answered(Future<?> watch) {
        waiting = false;
        watch.cancel(false);
    }

    /// The program begins to look for bytes.
    synchronized void handing() {
        handingSince = System.nanoTime();
    }

    /// The program has found them.
    synchronized void handed() {
        until += System.nanoTime() - handingSince;
        handingSince = -1;
    }

    /// Whether the process was ended for that.
    synchronized boolean late() {
        return late;
    }

    private synchronized void look() {
        if (waiting && !late && handingSince < 0 && System.nanoTime() - until > 0) {
            late = true;
            stop.run();
        }
    }
}
