package org.cairn.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.Reference;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Ended;
import org.cairn.progress.Progress;
import org.cairn.progress.Stoppable;

/// A stretch of reading, in as many threads as there are workers: no thread waits for another's file, and the index
/// follows beside them.
///
/// It ends when nothing waits any more, or soon after somebody else wants a turn.
final class ReadingStretch {

    /// How far ahead of the oldest file that is still being read others may be.
    private static final int AHEAD = 512;

    /// A long intake is searched while it goes on.
    private static final int UNTIL_FOLLOWED = 256;

    private final Session session;
    private final int threads;
    private final Consumer<Taken> inside;
    private final Progress progress;
    private final Stoppable stoppable;
    private final Deque<Running> running = new ArrayDeque<>();
    private Optional<Future<?>> following = Optional.empty();
    private int sinceFollowed;

    /// @param inside is told what came out of files, in the order in which these waited
    ReadingStretch(Session session, int threads, Consumer<Taken> inside, Progress progress) {
        this.session = session;
        this.threads = threads;
        this.inside = inside;
        this.progress = progress;
        this.stoppable = new Stoppable(progress);
    }

    /// What waits to be read.
    @FunctionalInterface
    interface Waiting {
        /// The first of it, also what is being read.
        List<Reference> first(int count);
    }

    /// Reads one file.
    @FunctionalInterface
    interface Reading {
        /// @return what came out of it, once it is kept
        Future<List<Taken>> read(Reference reference, KeepingTogether keeping, Progress progress);
    }

    private record Running(Reference reference, FutureTask<Future<List<Taken>>> task) {}

    /// When it returns, or fails, nobody reads or follows any more.
    ///
    /// @param before how many were read before, for who looks
    /// @return how many were read
    int read(Waiting waiting, Reading reading, long before) {
        LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, queue);
        // who reads ends before who keeps what was read
        try (ExecutorService beside = Executors.newSingleThreadExecutor();
                KeepingTogether keeping = new KeepingTogether(session.store(), () -> pool.getActiveCount() > 0);
                pool) {
            int read = 0;
            try {
                refill(pool, keeping, waiting, reading);
                while (!running.isEmpty()) {
                    progress.checkCancelled();
                    List<Taken> taken = ended(ended(running.getFirst().task()));
                    running.removeFirst();
                    taken.forEach(inside);
                    read++;
                    follow(beside);
                    refillOrEnd(pool, keeping, waiting, reading);
                    progress.step("read", before + read, before + read + running.size());
                }
                if (following.isPresent()) {
                    ended(following.get());
                }
                return read;
            } finally {
                stoppable.stop();
                List<Taken> taken = running.stream()
                        .flatMap(one -> whenEnded(one.task()).stream())
                        .toList();
                taken.forEach(inside);
            }
        }
    }

    private void refillOrEnd(ThreadPoolExecutor pool, KeepingTogether keeping, Waiting waiting, Reading reading) {
        if (session.vault().turns().wanted()) {
            List<Runnable> notBegun = new ArrayList<>();
            pool.getQueue().drainTo(notBegun);
            Set<Runnable> dropped = new HashSet<>(notBegun);
            running.removeIf(one -> dropped.contains(one.task()));
        } else if (running.size() <= AHEAD / 2) {
            refill(pool, keeping, waiting, reading);
        }
    }

    private void refill(ThreadPoolExecutor pool, KeepingTogether keeping, Waiting waiting, Reading reading) {
        Set<Reference> known = new HashSet<>();
        running.forEach(one -> known.add(one.reference()));
        for (Reference reference : waiting.first(AHEAD)) {
            if (known.add(reference)) {
                FutureTask<Future<List<Taken>>> task =
                        new FutureTask<>(() -> reading.read(reference, keeping, stoppable));
                running.add(new Running(reference, task));
                pool.execute(task);
            }
        }
    }

    private void follow(ExecutorService beside) {
        sinceFollowed++;
        if (sinceFollowed >= UNTIL_FOLLOWED && following.map(Future::isDone).orElse(true)) {
            if (following.isPresent()) {
                ended(following.get());
            }
            sinceFollowed = 0;
            // the reading is what people look at; what the index follows is seen when it is over
            following = Optional.of(
                    beside.submit(() -> new Indexer(session).catchUpUnlessSomebodyDoes(stoppable.untold())));
        }
    }

    private static <T> T ended(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /// What came out of one that was under way when the others were stopped: it may have been kept all the same, and
    /// what is kept must be told.
    private static List<Taken> whenEnded(Future<Future<List<Taken>>> reading) {
        if (Ended.of(reading).state() != Future.State.SUCCESS) {
            // it waits to be read another time
            return List.of();
        }
        Future<List<Taken>> kept = Ended.of(reading.resultNow());
        return kept.state() == Future.State.SUCCESS ? kept.resultNow() : List.of();
    }
}
