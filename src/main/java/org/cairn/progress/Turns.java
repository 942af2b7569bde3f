package org.cairn.progress;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time, in the order in which they came; whoever waits for a turn can be told to stop.
public final class Turns {

    private static final long LOOK_UP_MILLIS = 100;

    private final ReentrantLock lock = new ReentrantLock(true);

    /// Somebody's turn, until it is closed by the thread that has it.
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits for a turn. Progress reports `wait` while another has it.
    ///
    /// @throws CancelledException when asked to stop meanwhile
    public Turn await(Progress progress) {
        try {
            while (!lock.tryLock(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.step("wait", 0, 0);
                progress.checkCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        return lock::unlock;
    }

    /// A turn, where nobody else has one or waits for one.
    public Optional<Turn> ifFree() {
        return !lock.hasQueuedThreads() && lock.tryLock() ? Optional.of(lock::unlock) : Optional.empty();
    }

    /// Whether somebody waits for a turn: whoever has a long one may end it soon.
    public boolean wanted() {
        return lock.hasQueuedThreads();
    }
}
