package org.cairn.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.cairn.ui.common.Tasks;

/// Notices that nobody has touched the program for a while.
final class IdleWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Clock clock;
    private final Supplier<Duration> patience;
    private final Runnable idle;
    private final Tasks.Timer timer;
    private Instant touched;

    /// @param patience how long nobody may touch it
    /// @param idle called once it was longer
    IdleWatch(Tasks tasks, Clock clock, Supplier<Duration> patience, Runnable idle) {
        this.clock = clock;
        this.patience = patience;
        this.idle = idle;
        this.touched = clock.instant();
        this.timer = tasks.every(LOOK, this::look);
    }

    /// Somebody is there.
    void touch() {
        touched = clock.instant();
    }

    @Override
    public void close() {
        timer.close();
    }

    private void look() {
        if (Duration.between(touched, clock.instant()).compareTo(patience.get()) >= 0) {
            touch();
            idle.run();
        }
    }
}
