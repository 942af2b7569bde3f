package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.store.Samples.NOON;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cairn.domain.ArchiveException.ChangedMeanwhile;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ConcurrencyTest {

    @TempDir
    Path folder;

    @Test
    void readersSeeWholeTransactionsWhileOthersWrite() throws Exception {
        try (Store store = Store.create(folder.resolve("records.db"), Samples.key());
                ExecutorService people = Executors.newFixedThreadPool(8)) {
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                readers.add(people.submit(() -> watch(store, done)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                writers.add(people.submit(() -> keepPairs(store, 40)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            done.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            assertThat(store.read(view -> view.count(RecordKind.WITNESS, Protection.SEALED))
                            .longValue())
                    .isEqualTo(160);
            assertThat(store.check()).isEmpty();
        }
    }

    private static void keepPairs(Store store, int times) {
        for (int i = 0; i < times; i++) {
            store.inTransaction(tx -> {
                tx.keep(tx.next(RecordKind.WITNESS), Samples.witness(Protection.PUBLIC), 0, "amina", NOON);
                return tx.keep(tx.next(RecordKind.WITNESS), Samples.witness(Protection.SEALED), 0, "amina", NOON);
            });
        }
    }

    private static long watch(Store store, AtomicBoolean done) {
        long looks = 0;
        do {
            store.read(view -> {
                long all = view.count(RecordKind.WITNESS, Protection.SEALED);
                assertThat(all % 2).isZero();
                assertThat(view.countAbove(Protection.PUBLIC, EnumSet.allOf(RecordKind.class)))
                        .isEqualTo(all / 2);
                assertThat(view.list(RecordKind.WITNESS, ListQuery.latest(5), Protection.SEALED)
                                .total())
                        .isEqualTo(all);
                return all;
            });
            looks++;
        } while (!done.get());
        return looks;
    }

    @Test
    void onlyOneOfTwoRevisionsOfTheSameStateIsKept() throws Exception {
        try (Store store = Store.create(folder.resolve("records.db"), Samples.key());
                ExecutorService people = Executors.newFixedThreadPool(2)) {
            Reference witness = store.inTransaction(tx -> tx.next(RecordKind.WITNESS));
            List<Future<?>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(people.submit(() -> store.inTransaction(
                        tx -> tx.keep(witness, Samples.witness(Protection.PUBLIC), 0, "amina", NOON))));
            }
            long refused =
                    both.stream().filter(ConcurrencyTest::changedMeanwhile).count();
            assertThat(refused).isEqualTo(1);
        }
    }

    private static boolean changedMeanwhile(Future<?> revision) {
        try {
            revision.get();
            return false;
        } catch (Exception e) {
            return e.getCause() instanceof ChangedMeanwhile;
        }
    }

    @Test
    void closingWaitsForWhoeverIsReading() throws Exception {
        Store store = Store.create(folder.resolve("records.db"), Samples.key());
        try (ExecutorService people = Executors.newFixedThreadPool(1)) {
            store.read(view -> {
                Future<?> closing = people.submit(store::close);
                assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS))
                        .isInstanceOf(java.util.concurrent.TimeoutException.class);
                return view.outboxHead();
            });
        }
        assertThatThrownBy(() -> store.read(StoreView::outboxHead)).isInstanceOf(IllegalStateException.class);
    }
}
