package org.cairn.ui.welcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import org.cairn.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/// How long one must wait after a wrong answer: twice as long each time, up to a minute.
final class Patience {

    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Tasks tasks;
    private final Clock clock;
    private final LongProperty seconds = new SimpleLongProperty();
    private int wrong;
    private Instant openAgain = Instant.MIN;
    private Tasks.@Nullable Timer countdown;

    Patience(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /// How many seconds must pass before the next attempt, 0 when it may be made.
    LongProperty secondsProperty() {
        return seconds;
    }

    boolean mustWait() {
        return seconds.get() > 0;
    }

    /// An answer was wrong.
    void wrong() {
        long wait = Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(wrong, 10));
        wrong++;
        openAgain = clock.instant().plusSeconds(wait);
        seconds.set(wait);
        stop();
        countdown = tasks.every(Duration.ofMillis(250), this::countDown);
    }

    private void countDown() {
        Duration left = Duration.between(clock.instant(), openAgain);
        seconds.set(Math.max(0, (left.toMillis() + 999) / 1000));
        if (seconds.get() == 0) {
            stop();
        }
    }

    /// There is nothing to wait for any more.
    void stop() {
        if (countdown != null) {
            countdown.close();
            countdown = null;
        }
    }
}
