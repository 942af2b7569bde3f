package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.cairn.store.Store;
import org.cairn.store.StoreTransaction;
import org.jspecify.annotations.Nullable;

/// Keeps what several threads have to keep in few transactions: each of these writes the same few pages of the
/// database anew and waits for the disk, however little it keeps.
///
/// Whoever gives something goes on at once, and is told by a future when it is durable. What cannot be kept takes
/// nothing else with it.
final class KeepingTogether implements AutoCloseable {

    private static final int MOST = 64;

    /// Letters that may wait: what waits is in memory.
    private static final int ROOM = 8_000_000;

    private static final int LITTLE_MILLIS = 5;
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Store store;
    private final BooleanSupplier moreIsComing;
    private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    /// Of the thread that keeps, alone.
    private final List<Waiting<?>> gathered = new ArrayList<>(MOST);

    private final AtomicBoolean atWork = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor();

    /// @param moreIsComing whether it is worth waiting a little for another
    KeepingTogether(Store store, BooleanSupplier moreIsComing) {
        this.store = store;
        this.moreIsComing = moreIsComing;
    }

    private record Waiting<T>(Function<StoreTransaction, T> changes, int weight, CompletableFuture<T> kept) {}

    /// Has something kept soon; waits while much waits already.
    ///
    /// @param letters how much of it is in memory until then
    /// @param changes asked once more, alone, where the others of its transaction could not be kept
    <T> CompletableFuture<T> keep(int letters, Function<StoreTransaction, T> changes) {
        int weight = Math.clamp(letters, 1, ROOM);
        room.acquireUninterruptibly(weight);
        CompletableFuture<T> kept = new CompletableFuture<>();
        queue.add(new Waiting<>(changes, weight, kept));
        if (atWork.compareAndSet(false, true)) {
            writer.execute(this::keepAll);
        }
        return kept;
    }

    /// Ends when nothing waits; whoever gives something at that moment begins it again.
    private void keepAll() {
        try {
            do {
                while (gather()) {
                    keepTogether(List.copyOf(gathered));
                }
                atWork.set(false);
            } while (!queue.isEmpty() && atWork.compareAndSet(false, true));
        } catch (RuntimeException | Error e) {
            // whoever waits for it would wait for ever
            queue.drainTo(gathered);
            gathered.forEach(one -> one.kept().completeExceptionally(e));
            room.release(gathered.stream().mapToInt(Waiting::weight).sum());
            atWork.set(false);
            throw e;
        }
    }

    /// @return whether there is anything
    private boolean gather() {
        gathered.clear();
        long begun = System.nanoTime();
        @Nullable Waiting<?> next = queue.poll();
        while (next != null) {
            gathered.add(next);
            next = gathered.size() < MOST ? next(begun) : null;
        }
        return !gathered.isEmpty();
    }

    private @Nullable Waiting<?> next(long begun) {
        @Nullable Waiting<?> next = queue.poll();
        while (next == null && isWorthWaiting(begun)) {
            try {
                next = queue.poll(LITTLE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return next;
    }

    private boolean isWorthWaiting(long begun) {
        return !room.hasQueuedThreads() && moreIsComing.getAsBoolean() && System.nanoTime() - begun < LONG_NANOS;
    }

    private void keepTogether(List<Waiting<?>> some) {
        List<Runnable> told;
        try {
            told = store.inTransaction(
                    tx -> some.stream().map(one -> changed(tx, one)).toList());
        } catch (RuntimeException | Error e) {
            if (some.size() > 1) {
                some.forEach(one -> keepTogether(List.of(one)));
                return;
            }
            told = List.of(() -> some.getFirst().kept().completeExceptionally(e));
        }
        room.release(some.stream().mapToInt(Waiting::weight).sum());
        // outside: what was kept is not kept once more because of who hears of it
        told.forEach(Runnable::run);
    }

    private static <T> Runnable changed(StoreTransaction tx, Waiting<T> one) {
        T result = one.changes().apply(tx);
        return () -> one.kept().complete(result);
    }

    /// Keeps what still waits.
    @Override
    public void close() {
        writer.close();
    }
}
