package org.cairn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;

/// Sees to it that what was acknowledged is still in the log when the database is opened again after a crash.
///
/// A log cut off in what was never acknowledged is what crashes leave, and opens; a log that does not reach the mark
/// any more has lost what people were told is kept. See `src/docs/decisions/log-mark.md`.
final class LogWatch implements AutoCloseable {

    private final WriteAheadLog log;
    private final LogMark mark;
    private final LogMark.State found;
    private LogPlace acknowledged;

    private LogWatch(WriteAheadLog log, LogMark mark, LogMark.Found found) {
        this.log = log;
        this.mark = mark;
        this.found = found.state();
        this.acknowledged = found.place();
    }

    /// Looks at the log of a database that is not open yet.
    ///
    /// @throws ArchiveException.Damaged (`records`) when what it lacks no crash can have taken, or when the key is
    ///     another: SQLite would fold the log in with it, and ruin both
    static LogWatch over(Path database, Secret key) {
        LogMark mark = new LogMark(beside(database, "-mark"), key);
        try {
            boolean isNew = !Files.exists(database);
            if (isNew) {
                mark.remove();
            }
            LogWatch watch = new LogWatch(new WriteAheadLog(beside(database, "-wal")), mark, mark.read());
            if (!isNew) {
                watch.requireWhole(new EncryptedFile(database, key));
            }
            return watch;
        } catch (IOException e) {
            mark.close();
            throw new ArchiveException.NotReachable();
        } catch (RuntimeException e) {
            mark.close();
            throw e;
        }
    }

    private static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    /// Whether the mark was not what was written: the log could only be looked at without it.
    boolean markBroken() {
        return found == LogMark.State.BROKEN;
    }

    private void requireWhole(EncryptedFile database) throws IOException {
        WriteAheadLog.Contents contents = log.read();
        if (contents.headless() || contents.interrupted() || !reached(contents.end())) {
            throw new ArchiveException.Damaged("records");
        }
        // a true mark was sealed with this key
        if (found != LogMark.State.TRUE && !contents.end().isNothing() && !database.fitsKey()) {
            throw new ArchiveException.Damaged("records");
        }
    }

    private boolean reached(LogPlace end) {
        return acknowledged.isNothing()
                || (end.inRunOf(acknowledged) && end.frames() >= acknowledged.frames())
                || end.inRunAfter(acknowledged);
    }

    /// Marks what was committed; whoever waits for it is told afterwards.
    void committed() {
        try {
            LogPlace end = log.endAfter(acknowledged);
            if (!end.equals(acknowledged)) {
                mark.write(end, false);
                acknowledged = end;
            }
        } catch (IOException e) {
            unmarked(e);
        }
    }

    /// Closes the connections of an opening that failed, which may have been one with another key than the mark's.
    void whileGivingUp(Runnable closing) {
        if (found == LogMark.State.TRUE) {
            whileClosing(closing);
        } else {
            closing.run();
        }
    }

    /// Closes connections, the last of which folds the log into the database and removes it: nothing may be promised
    /// of it then. Whatever is left of it afterwards is promised again; else the mark goes with it.
    void whileClosing(Runnable closing) {
        promiseNothing();
        try {
            closing.run();
        } finally {
            committed();
            if (acknowledged.isNothing()) {
                withoutMark();
            }
        }
    }

    private void promiseNothing() {
        try {
            mark.write(LogPlace.NOTHING, true);
        } catch (IOException e) {
            unmarked(e);
            withoutMark();
        }
        acknowledged = LogPlace.NOTHING;
    }

    private void withoutMark() {
        try {
            mark.remove();
        } catch (IOException e) {
            unmarked(e);
        }
    }

    /// What was committed is on the disk all the same; only a later loss of it would go unnoticed.
    private static void unmarked(IOException e) {
        System.getLogger(LogWatch.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "the log was not marked: {0}",
                        e.getClass().getSimpleName());
    }

    @Override
    public void close() {
        mark.close();
    }
}
