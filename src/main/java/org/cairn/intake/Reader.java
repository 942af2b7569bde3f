package org.cairn.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.intake.Worker.Outcome;
import org.cairn.outside.Spool;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Reads files in worker processes, and goes on whatever a file does to one.
///
/// A worker that hangs, runs out of memory or crashes is ended, and the file tried once more by itself in a new one;
/// what comes of it then is final. May be used by several threads: each has a worker of its own while it reads.
public final class Reader implements AutoCloseable {

    /// A few files are sealed sooner than a process starts.
    private static final int WORTH_PREPARING = 8;

    private final Workers workers;
    private final boolean ownWorkers;
    private final Set<Worker> busy = new HashSet<>();
    /// Many first readings at once, or one second reading: a neighbour must not be what a file fails for.
    private final ReadWriteLock company = new ReentrantReadWriteLock();

    private boolean closed;

    /// Starts no process yet: the first file does.
    public Reader(Limits limits) {
        this(new Workers(limits), true);
    }

    /// A reader whose workers go on to serve others when it closes, unless they are reading.
    public Reader(Workers shared) {
        this(shared, false);
    }

    private Reader(Workers workers, boolean ownWorkers) {
        this.workers = workers;
        this.ownWorkers = ownWorkers;
    }

    /// Wipes what a program that was killed left in memory-backed folders.
    public static void sweep() {
        Spool.sweep();
    }

    /// Files will be read soon: starts what reads them, which takes seconds, beside whatever else is done first.
    public void expect(int files) {
        if (files >= WORTH_PREPARING) {
            workers.prepare(files);
        }
    }

    /// Reads one file. What is wrong with a file is in the answer, never an exception; what the sink throws is thrown.
    ///
    /// @param fileName a hint to what it is; never trusted
    /// @param sink takes what is inside it; must not read with this reader itself
    /// @throws CancelledException when the person, or [#close], stopped it
    /// @throws ArchiveException.ReaderNotStarted when no worker can be started: the file was not tried
    public ReadResult read(Source source, String fileName, ChildSink sink, Progress progress) {
        return read(source, fileName, Passwords.NONE, sink, progress);
    }

    /// The same, of a file that may be locked.
    ///
    /// @param passwords handed to the worker over its pipe alone
    public ReadResult read(Source source, String fileName, Passwords passwords, ChildSink sink, Progress progress) {
        progress.checkCancelled();
        if (source.size() == 0) {
            return new ReadResult(bare(ReadingStatus.EMPTY, Outcome.nothing("empty")), List.of(), Passwords.NONE);
        }
        Outcome outcome = outcome(new Errand(source, fileName, passwords, false), sink, progress);
        return new ReadResult(reading(outcome), outcome.passages(), outcome.opened());
    }

    /// Takes an office document out of its lock. Where one of the passwords opens it, it is the only child; where it
    /// has no lock there is none, and no reason.
    ///
    /// @param sink takes the document as it is without its lock
    /// @return what it is then, or why there is none
    public Reading unlock(Source source, String fileName, Passwords passwords, ChildSink sink, Progress progress) {
        progress.checkCancelled();
        return reading(outcome(new Errand(source, fileName, passwords, true), sink, progress));
    }

    private Outcome outcome(Errand errand, ChildSink sink, Progress progress) {
        Limits limits = workers.limits();
        long size = errand.source().size();
        Outcome outcome = attempt(company.readLock(), true, errand, limits.of(size), sink, progress);
        if (!outcome.ended() && !outcome.reason().equals("notAvailable")) {
            progress.checkCancelled();
            sink.again();
            Duration most = outcome.reason().equals("timeLimit") ? limits.second(size) : limits.of(size);
            outcome = attempt(company.writeLock(), false, errand, most, sink, progress);
        }
        return outcome;
    }

    private Outcome attempt(
            Lock lock, boolean usedWorker, Errand errand, Duration most, ChildSink sink, Progress progress) {
        lock.lock();
        try {
            return attempt(take(usedWorker), errand, most, sink, progress);
        } catch (IOException e) {
            checkOpen();
            // no memory for a process, or a Java that was replaced under the program: that says nothing about the file
            throw new ArchiveException.ReaderNotStarted();
        } finally {
            lock.unlock();
        }
    }

    private Outcome attempt(Worker worker, Errand errand, Duration most, ChildSink sink, Progress progress)
            throws IOException {
        boolean sound = false;
        try {
            Outcome outcome = worker.read(errand, most, sink, progress);
            sound = outcome.ended();
            if (!sound) {
                checkOpen();
            }
            return outcome;
        } catch (RejectedExecutionException e) {
            // closed between the taking of the worker and its first word
            throw new CancelledException();
        } catch (Dialogue.SinkFailed e) {
            throw e.getCause() instanceof IOException io
                    ? new UncheckedIOException(io)
                    : e.getCause() instanceof RuntimeException known ? known : e;
        } catch (Dialogue.SourceFailed e) {
            if (e.getCause() instanceof CancelledException
                    || Thread.currentThread().isInterrupted()) {
                throw new CancelledException();
            }
            if (e.getCause() instanceof ArchiveException.NotReachable gone) {
                // a disk that was pulled out says nothing about the file: it is read when the disk is back
                throw gone;
            }
            return Outcome.nothing("notAvailable");
        } finally {
            giveBack(worker, sound);
        }
    }

    /// A worker that was ended because the reader closes says nothing about the file.
    private void checkOpen() {
        synchronized (busy) {
            if (closed) {
                throw new CancelledException();
            }
        }
    }

    private Worker take(boolean used) throws IOException {
        synchronized (busy) {
            checkOpen();
            Worker worker = workers.take(used);
            busy.add(worker);
            return worker;
        }
    }

    private void giveBack(Worker worker, boolean sound) {
        synchronized (busy) {
            busy.remove(worker);
            if (sound && !closed) {
                workers.giveBack(worker);
                return;
            }
        }
        worker.close();
    }

    /// What was said before the end still counts.
    private static Reading reading(Outcome outcome) {
        boolean something = !outcome.passages().isEmpty() || outcome.children() > 0;
        return outcome.reading()
                .orElseGet(() -> bare(something ? ReadingStatus.PARTIAL : ReadingStatus.UNREADABLE, outcome));
    }

    private static Reading bare(ReadingStatus status, Outcome outcome) {
        int pages = outcome.passages().stream()
                .filter(passage -> passage.unit() == Passage.Unit.PAGE)
                .mapToInt(Passage::ordinal)
                .max()
                .orElse(0);
        return new Reading(
                status,
                outcome.reason(),
                outcome.mediaType(),
                pages,
                outcome.passages().size(),
                Optional.empty(),
                outcome.children(),
                outcome.children(),
                Map.of());
    }

    /// Ends every worker that is reading, and all others unless they are shared.
    @Override
    public void close() {
        synchronized (busy) {
            closed = true;
            busy.forEach(Worker::close);
        }
        if (ownWorkers) {
            workers.close();
        }
    }
}
