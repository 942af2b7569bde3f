package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs foreign reading code beside the caller, who waits only until the deadline.
///
/// Work that overruns is interrupted and left to itself on a daemon thread: it must touch nothing but its source.
final class Limited {

    private static final long STACK_BYTES = 16L << 20;

    private Limited() {}

    static <T> T run(Deadline deadline, Callable<T> work) throws IOException, UninsertableException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "bundle-source", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new UninsertableException(UninsertableException.TIME_LIMIT);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new UninsertableException(UninsertableException.TIME_LIMIT);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static UninsertableException failure(@Nullable Throwable cause) throws IOException {
        UninsertableException damaged = new UninsertableException(UninsertableException.DAMAGED);
        if (cause == null) {
            return damaged;
        }
        return switch (cause) {
            case UninsertableException known -> known;
            case IOException io -> throw io;
            case OutOfMemoryError tooMuch -> new UninsertableException(UninsertableException.TOO_LARGE);
            // whatever else foreign bytes bring a reader to throw says only that it cannot read them
            default -> damaged;
        };
    }
}
