package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.crypto.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Closing waits for nothing that takes long.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest {

    private static final String WITHOUT_END =
            "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    Path temp;

    @Test
    void interruptsAQuestionThatHasNoEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (Secret key = Secret.of(new byte[32]);
                Connections connections = Connections.open(temp.resolve("records.db"), key);
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            Future<Long> answer = others.submit(() -> Faults.translated(
                    temp,
                    () -> connections.read(handle -> {
                        asked.countDown();
                        return handle.createQuery(WITHOUT_END).mapTo(long.class).one();
                    })));
            asked.await();
            connections.close();
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }
}
