package org.cairn.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Whoever must know how something ended waits for it, whatever interrupts them, and stays interrupted.
class EndedTest {

    @Test
    void waitsForItsEndAlsoWhenInterruptedAndKeepsTheInterrupt() {
        CompletableFuture<String> future = new CompletableFuture<>();
        AtomicBoolean told = new AtomicBoolean();
        Thread.currentThread().interrupt();
        Future<String> ended = Ended.of(future, () -> {
            told.set(true);
            future.complete("kept");
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isTrue();
        assertThat(ended.resultNow()).isEqualTo("kept");
    }

    @Test
    void leavesItToTheFutureToTellHowItEnded() {
        Future<String> failed = Ended.of(CompletableFuture.failedFuture(new IllegalStateException("a fault")));
        assertThat(failed.state()).isEqualTo(Future.State.FAILED);
        assertThat(failed.exceptionNow()).hasMessage("a fault");
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);
        assertThat(Ended.of(cancelled).state()).isEqualTo(Future.State.CANCELLED);
    }
}
