package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cairn.archive.IncomingFiles.Incoming;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Ended;
import org.cairn.progress.Progress;
import org.cairn.progress.Stoppable;
import org.cairn.vault.Stored;
import org.cairn.vault.Vault;

/// Seals offered files, small ones next to each other: the disk is waited for once, not for each of them.
final class SealedTogether implements AutoCloseable {

    private static final int MOST = 64;
    private static final long SMALL = 16L * 1024 * 1024;
    private static final long TOGETHER = 64L * 1024 * 1024;
    private static final int MOST_THREADS = 4;

    private final Vault vault;
    private final Progress progress;
    private final ExecutorService pool = Executors.newFixedThreadPool(
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));

    SealedTogether(Vault vault, Progress progress) {
        this.vault = vault;
        this.progress = progress;
    }

    /// What became of a file's bytes.
    ///
    /// @param stored what was sealed; nothing where it was refused, or not wholly read
    /// @param refusal why it cannot be taken, a code; empty where it can
    /// @param stopped what ended it, which ends the whole intake
    record Sealed(Optional<Stored> stored, String refusal, Optional<Throwable> stopped) {

        static Sealed refused(String why) {
            return new Sealed(Optional.empty(), why, Optional.empty());
        }

        static Sealed stopped(Throwable why) {
            return new Sealed(Optional.empty(), "", Optional.of(why));
        }

        /// Ends the intake with what ended this, where something did.
        void check() {
            if (stopped.isPresent()) {
                if (stopped.get() instanceof Error error) {
                    throw error;
                }
                throw stopped.get() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(stopped.get());
            }
        }

        @Override
        public String toString() {
            return "Sealed";
        }
    }

    Progress progress() {
        return progress;
    }

    /// The next files that are sealed together: a large one by itself, and the first of many too, so that who offers
    /// them soon sees something kept.
    static List<Incoming> next(List<Incoming> files, int from) {
        int most = Math.clamp(from, 1, MOST);
        int upto = from;
        long size = 0;
        while (upto < files.size() && upto - from < most) {
            size += files.get(upto).size();
            boolean large = files.get(upto).size() > SMALL || size > TOGETHER;
            if (large && upto > from) {
                break;
            }
            upto++;
            if (large) {
                break;
            }
        }
        return files.subList(from, upto);
    }

    /// Seals them all, in their order; after one that was stopped there is no other.
    List<Sealed> seal(List<Incoming> files) {
        if (files.size() == 1) {
            return List.of(seal(files.getFirst(), progress));
        }
        // several at once would each tell of its own bytes: how many files are sealed is what people look at
        Stoppable stoppable = new Stoppable(progress.untold());
        List<Future<Sealed>> begun = files.stream()
                .map(file -> pool.submit(() -> sealOrStop(file, stoppable)))
                .toList();
        // nobody seals any more when all have ended: what no record will speak of can be tidied up then
        List<Sealed> ended = begun.stream().map(one -> ended(one, stoppable)).toList();
        List<Sealed> whole = ended.stream()
                .takeWhile(one -> one.stopped().isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        why(ended).ifPresent(why -> whole.add(Sealed.stopped(why)));
        return whole;
    }

    /// Why they were stopped: those that end because another did say only that they were told to.
    private static Optional<Throwable> why(List<Sealed> ended) {
        List<Throwable> stopped =
                ended.stream().flatMap(one -> one.stopped().stream()).toList();
        return stopped.stream()
                .filter(why -> !(why instanceof CancelledException))
                .findFirst()
                .or(() -> stopped.stream().findFirst());
    }

    private Sealed sealOrStop(Incoming file, Stoppable stoppable) {
        Sealed sealed = seal(file, stoppable);
        if (sealed.stopped().isPresent()) {
            stoppable.stop();
        }
        return sealed;
    }

    private Sealed seal(Incoming file, Progress watched) {
        if (!file.refusal().isEmpty()) {
            return Sealed.refused(file.refusal());
        }
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            watched.checkCancelled();
            return new Sealed(Optional.of(vault.put(in, watched)), "", Optional.empty());
        } catch (IOException e) {
            return Sealed.refused(IncomingFiles.whyUnreadable(file.path()));
        } catch (RuntimeException | Error e) {
            return Sealed.stopped(e);
        }
    }

    private static Sealed ended(Future<Sealed> one, Stoppable stoppable) {
        return Ended.of(one, stoppable::stop).state() == Future.State.SUCCESS
                ? one.resultNow()
                : Sealed.stopped(one.exceptionNow());
    }

    @Override
    public void close() {
        pool.close();
    }
}
