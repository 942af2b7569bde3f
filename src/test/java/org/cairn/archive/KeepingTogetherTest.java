package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.store.StoreTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept together is kept as surely as by itself, and what cannot be kept takes nothing with it.
class KeepingTogetherTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private final Set<StoreTransaction> transactions = new HashSet<>();

    @BeforeEach
    void openIt() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private KeepingTogether keeping(boolean moreIsComing) {
        return new KeepingTogether(open.archive.session().store(), () -> moreIsComing);
    }

    private String line(StoreTransaction tx, int number) {
        transactions.add(tx);
        return open.archive
                .session()
                .note(tx, "LINE_" + number, Optional.empty(), Map.of())
                .action();
    }

    private List<String> kept() {
        return open.archive.session().store().read(view -> view.custody(Optional.empty(), 0, 1_000)).stream()
                .map(CustodyEvent::action)
                .filter(action -> action.startsWith("LINE_"))
                .toList();
    }

    @Test
    void keepsMuchInFewTransactionsAndInItsOrder() throws Exception {
        List<Future<String>> all = new ArrayList<>();
        try (KeepingTogether keeping = keeping(true)) {
            for (int i = 0; i < 200; i++) {
                int number = i;
                all.add(keeping.keep(10, tx -> line(tx, number)));
            }
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).get()).isEqualTo("LINE_" + i);
            }
            assertThat(kept()).hasSize(200).startsWith("LINE_0", "LINE_1").endsWith("LINE_199");
        }
        assertThat(transactions).hasSizeLessThan(20);
    }

    @Test
    void whatCannotBeKeptTakesNothingElseWithIt() throws Exception {
        CountDownLatch given = new CountDownLatch(1);
        try (KeepingTogether keeping = keeping(true)) {
            Future<String> first = keeping.keep(1, tx -> {
                await(given);
                return line(tx, 1);
            });
            Future<String> second = keeping.keep(1, tx -> line(tx, 2));
            Future<String> broken = keeping.keep(1, tx -> {
                line(tx, 3);
                throw new IllegalStateException("a fault of ours");
            });
            Future<String> last = keeping.keep(1, tx -> line(tx, 4));
            given.countDown();
            assertThat(first.get()).isEqualTo("LINE_1");
            assertThat(second.get()).isEqualTo("LINE_2");
            assertThat(last.get()).isEqualTo("LINE_4");
            assertThatThrownBy(broken::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("a fault of ours");
        }
        assertThat(kept()).containsExactly("LINE_1", "LINE_2", "LINE_4");
    }

    @Test
    void keepsWhatStillWaitsWhenItIsClosed() {
        List<Future<String>> all = new ArrayList<>();
        try (KeepingTogether keeping = keeping(true)) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                all.add(keeping.keep(1, tx -> line(tx, number)));
            }
        }
        assertThat(all).allMatch(Future::isDone);
        assertThat(kept()).hasSize(100);
    }

    @Test
    void letsNoMoreWaitThanFitsIntoMemory() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (KeepingTogether keeping = keeping(false)) {
            keeping.keep(Integer.MAX_VALUE, tx -> {
                begun.countDown();
                await(goOn);
                return line(tx, 1);
            });
            await(begun);
            Thread next = Thread.ofPlatform().start(() -> keeping.keep(1, tx -> line(tx, 2)));
            while (next.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            next.join();
        }
        assertThat(kept()).containsExactly("LINE_1", "LINE_2");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
