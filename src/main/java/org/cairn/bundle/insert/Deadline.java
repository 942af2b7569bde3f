package org.cairn.bundle.insert;

import java.time.Duration;

/// The moment until which work on one source may last: hostile files are made to last for ever.
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - end > 0;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    void check() throws UninsertableException {
        if (passed() || Thread.currentThread().isInterrupted()) {
            throw new UninsertableException(UninsertableException.TIME_LIMIT);
        }
    }
}
