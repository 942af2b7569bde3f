package org.cairn.progress;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for something to end also when interrupted, where whoever waits has to know how it ended.
public final class Ended {

    private Ended() {}

    /// The same, once it has ended; that somebody interrupted is known to the thread again afterwards.
    public static <T> Future<T> of(Future<T> future) {
        return of(future, () -> {});
    }

    /// @param interrupted what to do when somebody interrupts, so that it ends soon
    public static <T> Future<T> of(Future<T> future, Runnable interrupted) {
        boolean wasInterrupted = false;
        while (!future.isDone()) {
            try {
                future.get();
            } catch (InterruptedException e) {
                wasInterrupted = true;
                interrupted.run();
            } catch (ExecutionException | CancellationException e) {
                // how it ended, its state tells
                break;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        return future;
    }
}
