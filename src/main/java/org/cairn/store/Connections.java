package org.cairn.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.cairn.crypto.Secret;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One connection that writes and a few that read, all opened at once so that nobody has to remember the key.
final class Connections implements AutoCloseable {

    private static final int READERS = 3;
    private static final long A_MOMENT_MILLIS = 1_000;

    private final ReentrantLock writing = new ReentrantLock(true);
    private final LogWatch log;
    private final Handle writer;
    private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);
    private final List<Handle> allReaders;
    private volatile boolean closed;

    private Connections(LogWatch log, Handle writer, List<Handle> readers) {
        this.log = log;
        this.writer = writer;
        this.readers.addAll(readers);
        this.allReaders = List.copyOf(readers);
    }

    static Connections open(Path file, Secret key) {
        // before SQLite opens anything: it throws away what it cannot use of a log
        LogWatch log = LogWatch.over(file, key);
        List<Handle> opened = new ArrayList<>();
        try {
            EncryptedFile database = new EncryptedFile(file, key);
            opened.add(database.openForWriting());
            Schema.bringUpToDate(database);
            for (int i = 0; i < READERS; i++) {
                opened.add(database.openForReading());
            }
            log.committed();
            return new Connections(log, opened.getFirst(), opened.subList(1, opened.size()));
        } catch (RuntimeException e) {
            try (log) {
                log.whileGivingUp(() -> opened.forEach(Handle::close));
            }
            throw e;
        }
    }

    /// Whether the mark of what was acknowledged was not what was written when the database was opened.
    boolean markBroken() {
        return log.markBroken();
    }

    <T> T write(Function<Handle, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is open already on this thread");
        }
        writing.lock();
        try {
            requireOpen();
            T result = writer.inTransaction(work::apply);
            log.committed();
            return result;
        } finally {
            writing.unlock();
        }
    }

    void betweenWrites(Runnable work) {
        writing.lock();
        try {
            work.run();
        } finally {
            writing.unlock();
        }
    }

    <T> T read(Function<Handle, T> work) {
        Handle reader = take();
        try {
            return oneState(reader, work);
        } finally {
            readers.add(reader);
        }
    }

    /// SQLite settles on a state with the first page read: that must not wait for the first question.
    private static <T> T oneState(Handle reader, Function<Handle, T> work) {
        return reader.inTransaction(handle -> {
            handle.execute("SELECT 1 FROM counter LIMIT 1");
            return work.apply(handle);
        });
    }

    /// Reads every page anew: what the connection still had in memory may be better than what the disk holds.
    <T> T readFromDisk(Function<Handle, T> work) {
        Handle reader = take();
        try {
            reader.execute("PRAGMA shrink_memory");
            return oneState(reader, work);
        } finally {
            readers.add(reader);
        }
    }

    private Handle take() {
        requireOpen();
        Handle reader = takeUninterrupted();
        if (closed) {
            readers.add(reader);
            throw new IllegalStateException("the store was closed");
        }
        return reader;
    }

    private Handle takeUninterrupted() {
        boolean interrupted = false;
        @Nullable Handle reader = null;
        while (reader == null) {
            try {
                reader = readers.take();
            } catch (InterruptedException e) {
                // a cancelled task still needs its answer to end in order
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return reader;
    }

    /// Who asks something gets a moment to have it answered, and is interrupted then: checking a large database takes
    /// minutes, and it stays open meanwhile.
    private void closeReaders() {
        List<Handle> open = new ArrayList<>(allReaders);
        boolean interrupted = false;
        while (!open.isEmpty()) {
            try {
                @Nullable Handle reader = readers.poll(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
                if (reader == null) {
                    open.forEach(EncryptedFile::interrupt);
                } else {
                    reader.close();
                    open.remove(reader);
                }
            } catch (InterruptedException e) {
                // it must be closed in order all the same
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store was closed");
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            closeReaders();
            EncryptedFile.shrink(writer);
            log.committed();
            try (log) {
                log.whileClosing(() -> {
                    EncryptedFile.settle(writer);
                    writer.close();
                });
            }
        } finally {
            writing.unlock();
        }
    }
}
