package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cairn.outside.Spool;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;

/// A worker has no more of the machine than its share.
class PatienceTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void endsAWorkerThatFillsItsFolder() throws Exception {
        assertThat(endOf(() -> true)).isEqualTo(Patience.End.OVERFULL);
    }

    private static Patience.End endOf(BooleanSupplier overfull) throws InterruptedException {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            CountDownLatch stopped = new CountDownLatch(1);
            Patience patience = new Patience(clock, overfull, stopped::countDown);
            Future<?> watch = patience.watch(LONG, Progress.none());
            assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
            patience.rest(watch);
            return patience.end();
        }
    }

    @Test
    void countsAllThatLiesInAFolder() throws IOException {
        try (Spool spool = Spool.make()) {
            if (spool.folder().isEmpty()) {
                return;
            }
            Path deeper = Files.createDirectories(spool.folder().get().resolve("deeper"));
            Files.write(deeper.resolve("a"), new byte[600]);
            Files.write(spool.folder().get().resolve("b"), new byte[500]);
            assertThat(spool.holdsMoreThan(1_099)).isTrue();
            assertThat(spool.holdsMoreThan(1_100)).isFalse();
        }
    }
}
