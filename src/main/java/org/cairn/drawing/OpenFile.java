package org.cairn.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.cairn.domain.ArchiveException;
import org.cairn.progress.CancelledException;
import org.jspecify.annotations.Nullable;

/// One file that is looked at, in a drawing process of its own; in another one after it brought the first to its end.
///
/// For several threads: one question at a time, what comes meanwhile waits. Closing never waits.
final class OpenFile implements AutoCloseable {

    private static final int MOST_PAGES = 10_000_000;

    private final DrawingProcesses processes;
    private final byte kind;
    private final SeekableByteChannel bytes;
    private final DrawingProcess.Question more;
    private final ReentrantLock turn = new ReentrantLock();
    private final int count;
    private volatile @Nullable DrawingProcess process;
    private volatile @Nullable DrawingProcess abandoned;
    private volatile boolean closed;

    /// Opens it.
    ///
    /// @param kind [Talk#PDF] or [Talk#PICTURE]
    /// @param bytes closed with this, also when it cannot be opened
    /// @throws NotDrawable when it is no such file, or none that can be read
    OpenFile(DrawingProcesses processes, byte kind, SeekableByteChannel bytes) {
        this(processes, kind, bytes, to -> {});
    }

    /// @param more what is to be known of such a file besides
    OpenFile(DrawingProcesses processes, byte kind, SeekableByteChannel bytes, DrawingProcess.Question more) {
        this.more = more;
        this.processes = processes;
        this.kind = kind;
        this.bytes = bytes;
        turn.lock();
        try {
            count = begin();
        } catch (RuntimeException e) {
            closed = true;
            throw e;
        } finally {
            turn.unlock();
            settle();
        }
    }

    /// How many pages or pictures it holds.
    int count() {
        return count;
    }

    /// Asks a question about it.
    ///
    /// @throws NotDrawable when there is no answer, or none within the limits
    /// @throws CancelledException when it was closed meanwhile
    <T> T ask(DrawingProcess.Question question, DrawingProcess.Answer<T> answer) {
        turn.lock();
        try {
            checkOpen();
            DrawingProcess before = process;
            if (before != null && !before.alive()) {
                end(false); // the system ended it while nobody asked anything
            }
            if (process == null) {
                begin();
            }
            return asked(question, answer);
        } finally {
            turn.unlock();
            settle();
        }
    }

    /// The sizes of its pages or pictures, from one on.
    List<Size> sizes(int first, int most) {
        int some = Math.clamp(count - first + 1L, 0, Math.min(most, Talk.MOST_SIZES));
        return ask(
                to -> {
                    to.writeByte(Talk.SIZES);
                    to.writeInt(first);
                    to.writeInt(some);
                },
                from -> {
                    List<Size> sizes = new ArrayList<>();
                    for (int i = 0; i < some; i++) {
                        sizes.add(Talk.readSize(from));
                    }
                    return sizes;
                });
    }

    /// Ends the question that is being answered, if there is one: whoever asked it is told that it was cancelled.
    void abandon() {
        DrawingProcess now = process;
        if (now != null && turn.isLocked() && !turn.isHeldByCurrentThread()) {
            abandoned = now;
            now.kill();
        }
    }

    /// Has a process look at the file from now on.
    private int begin() {
        try {
            process = processes.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        checkOpen();
        long size = size();
        return asked(
                to -> {
                    to.writeByte(kind);
                    to.writeLong(size);
                    more.write(to);
                },
                from -> Talk.length(from, MOST_PAGES));
    }

    private <T> T asked(DrawingProcess.Question question, DrawingProcess.Answer<T> answer) {
        DrawingProcess now = process;
        if (now == null) {
            throw new CancelledException();
        }
        try {
            return now.ask(question, answer, bytes);
        } catch (NotDrawable e) {
            throw e;
        } catch (IOException e) {
            boolean left = now.equals(abandoned);
            NotDrawable.Reason reason = closed || left ? NotDrawable.Reason.BROKEN : now.reason();
            end(false);
            checkOpen();
            if (left) {
                throw new CancelledException();
            }
            throw new NotDrawable(reason);
        } catch (RuntimeException e) {
            end(false); // it still waits for bytes
            throw e;
        }
    }

    private long size() {
        try {
            return bytes.size();
        } catch (IOException e) {
            throw new ArchiveException.Damaged("file");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new CancelledException(); // asked for before somebody went elsewhere
        }
    }

    private void end(boolean sound) {
        DrawingProcess now = process;
        process = null;
        if (now != null) {
            processes.giveBack(now, sound && now.forget());
        }
    }

    /// Ends a question that is being answered unless it comes to its end within a moment, without waiting for it.
    @Override
    public void close() {
        closed = true;
        DrawingProcess now = process;
        if (now != null && turn.isLocked()) {
            processes.endSoon(now, () -> now.equals(process));
        }
        settle();
    }

    /// Whoever has the turn last lets go of everything.
    private void settle() {
        if (closed && turn.tryLock()) {
            try (bytes) {
                end(true);
            } catch (IOException e) {
                // nothing was written to it
            } finally {
                turn.unlock();
            }
        }
    }
}
