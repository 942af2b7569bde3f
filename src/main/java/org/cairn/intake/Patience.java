package org.cairn.intake;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cairn.progress.Progress;

/// How long the program waits for one worker, file by file; when that is too long, or it fills its folder, or nobody
/// wants the answer any more, the worker is ended.
///
/// Only waiting counts. What the program itself needs to hand over a file or to seal what was inside it is not held
/// against the file.
final class Patience {

    /// Why a worker was ended.
    enum End {
        NOT,
        LATE,
        OVERFULL,
        CANCELLED
    }

    private final ScheduledExecutorService clock;
    private final BooleanSupplier overfull;
    private final Runnable stop;
    private long most;
    private long waited;
    private long since = -1;
    private boolean watching;
    private End end = End.NOT;

    /// @param overfull whether the worker has put more into its folder than any file needs
    /// @param stop ends the worker
    Patience(ScheduledExecutorService clock, BooleanSupplier overfull, Runnable stop) {
        this.clock = clock;
        this.overfull = overfull;
        this.stop = stop;
    }

    /// Watches one file, until the returned task is cancelled by [#rest].
    ///
    /// @param limit how long the file may take
    synchronized Future<?> watch(Duration limit, Progress progress) {
        most = limit.toNanos();
        waited = 0;
        end = End.NOT;
        watching = true;
        long every = Math.clamp(most / 10, TimeUnit.MILLISECONDS.toNanos(5), TimeUnit.MILLISECONDS.toNanos(100));
        return clock.scheduleWithFixedDelay(() -> look(progress), every, every, TimeUnit.NANOSECONDS);
    }

    synchronized void rest(Future<?> watch) {
        watching = false;
        watch.cancel(false);
    }

    synchronized End end() {
        return end;
    }

    private synchronized void look(Progress progress) {
        if (!watching || end != End.NOT) {
            return;
        }
        long now = since < 0 ? waited : waited + System.nanoTime() - since;
        if (progress.cancelled()) {
            end = End.CANCELLED;
        } else if (now > most) {
            end = End.LATE;
        } else if (overfull.getAsBoolean()) {
            end = End.OVERFULL;
        }
        if (end != End.NOT) {
            stop.run();
        }
    }

    private synchronized void begin() {
        since = System.nanoTime();
    }

    private synchronized void answered() {
        waited += System.nanoTime() - since;
        since = -1;
    }

    /// The stream, with the waiting on it counted.
    InputStream counting(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                begin();
                try {
                    return super.read(into, offset, length);
                } finally {
                    answered();
                }
            }
        };
    }

    /// The stream, with the waiting on it counted: a worker that hangs does not take what it is sent either.
    OutputStream counting(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                begin();
                try {
                    out.write(from, offset, length);
                } finally {
                    answered();
                }
            }
        };
    }
}
