package org.cairn.drawing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cairn.domain.ArchiveException;
import org.cairn.outside.NoNetwork;
import org.cairn.outside.OwnJvm;

/// One drawing process, seen from the program. One question at a time; it may be ended from any thread.
final class DrawingProcess implements AutoCloseable {

    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Patience patience;
    private final DataOutputStream to;
    private final DataInputStream from;
    private boolean ready;
    private volatile boolean killed;

    /// Writes a question.
    @FunctionalInterface
    interface Question {
        void write(DataOutputStream to) throws IOException;
    }

    /// Reads the answer to it.
    @FunctionalInterface
    interface Answer<T> {
        T read(DataInputStream from) throws IOException;
    }

    private DrawingProcess(Process process, DrawingLimits limits, ScheduledExecutorService clock) {
        this.process = process;
        this.patience = new Patience(limits.time(), clock, this::kill);
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    static DrawingProcess start(DrawingLimits limits, ScheduledExecutorService clock) throws IOException {
        Process process = new ProcessBuilder(command(limits))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new DrawingProcess(process, limits, clock);
    }

    private static List<String> command(DrawingLimits limits) {
        List<String> command = new ArrayList<>(NoNetwork.before());
        command.addAll(List.of(
                OwnJvm.program(),
                "-Xmx" + limits.memoryMiB() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=no-place-for-files-in-clear"));
        command.addAll(OwnJvm.tellingNothing());
        String fonts = System.getProperty("pdfbox.fontcache");
        if (fonts != null) {
            command.add("-Dpdfbox.fontcache=" + fonts);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                DrawingMain.class.getName(),
                String.valueOf(limits.memoryMiB())));
        return command;
    }

    boolean alive() {
        return !killed && process.isAlive();
    }

    /// Asks a question about a file.
    ///
    /// @param file where the bytes are that it needs for that; its own failures are the archive's and thrown as such
    /// @throws NotDrawable when the file does not allow an answer: the process is as good as before
    /// @throws IOException when the process did not come to an answer: it must be closed
    <T> T ask(Question question, Answer<T> answer, SeekableByteChannel file) throws IOException {
        if (!ready) {
            begin();
        }
        Future<?> watch = patience.asked();
        try {
            question.write(to);
            to.flush();
            while (true) {
                byte frame = from.readByte();
                switch (frame) {
                    case Talk.NEEDS -> hand(file, from.readLong(), Talk.length(from, Talk.PIECE));
                    case Talk.CANNOT -> throw new NotDrawable(NotDrawable.Reason.BROKEN);
                    case Talk.UNKNOWN_COMPRESSION -> throw new NotDrawable(NotDrawable.Reason.COMPRESSION);
                    case Talk.NO_PICTURE -> throw new NotDrawable(NotDrawable.Reason.NO_PICTURE);
                    default -> {
                        if (frame != Talk.ANSWER) {
                            throw new IOException("no frame begins like this");
                        }
                        return answer.read(from);
                    }
                }
            }
        } finally {
            patience.answered(watch);
        }
    }

    /// Starting counts by itself: a slow machine is not held against a file.
    private void begin() throws IOException {
        Future<?> watch = patience.asked();
        try {
            if (from.readByte() != Talk.READY) {
                throw new IOException("not what a drawing process says");
            }
            ready = true;
        } finally {
            patience.answered(watch);
        }
    }

    private void hand(SeekableByteChannel file, long position, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(length);
        patience.handing();
        try {
            read(file, position, piece);
        } finally {
            patience.handed();
        }
        to.writeInt(piece.position());
        to.write(piece.array(), 0, piece.position());
        to.flush();
    }

    /// What goes wrong here is the sealed file itself, and so the archive's affair; not what is in it.
    private static void read(SeekableByteChannel file, long position, ByteBuffer piece) throws IOException {
        try {
            file.position(Math.clamp(position, 0, file.size()));
            while (piece.hasRemaining() && file.read(piece) >= 0) {
                // until it is full or there is no more
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            throw new ArchiveException.Damaged("file");
        }
    }

    /// Why it did not come to an answer.
    NotDrawable.Reason reason() {
        if (patience.late()) {
            return NotDrawable.Reason.TIME;
        }
        try {
            boolean ended = process.waitFor(2, TimeUnit.SECONDS);
            return ended && process.exitValue() == OUT_OF_MEMORY
                    ? NotDrawable.Reason.MEMORY
                    : NotDrawable.Reason.BROKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NotDrawable.Reason.BROKEN;
        }
    }

    /// Has it get ready while nobody waits.
    ///
    /// @return whether it could be told
    boolean warmUp() {
        return tell(Talk.WARM_UP);
    }

    /// Has it forget its file; it is free for another then.
    ///
    /// @return whether it could be told
    boolean forget() {
        return tell(Talk.FORGET);
    }

    private boolean tell(byte what) {
        try {
            to.writeByte(what);
            to.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Ends it at once: whoever waits for an answer gets none.
    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
