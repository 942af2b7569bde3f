package org.cairn.archive;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.cairn.audio.Level;
import org.cairn.audio.Listening;
import org.cairn.audio.SoundFormat;
import org.cairn.audio.flac.FlacEncoder;
import org.cairn.audio.flac.FlacFormat;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Recorded;
import org.cairn.domain.Reference;
import org.cairn.vault.Spool;
import org.jspecify.annotations.Nullable;

/// A recording that is being made: what was said is sealed and on disk half a second later.
///
/// One thread takes sound from the device and never waits for the disk; another encodes, seals and writes, and never
/// waits for the device. A disk that is full, or nearly so, or a device that gives nothing any more ends the recording;
/// what was recorded is kept.
public final class RunningRecording {

    private static final System.Logger LOG = System.getLogger(RunningRecording.class.getName());

    private static final int PIECE_MILLIS = 500;
    private static final int STEP_MILLIS = 50;

    /// Ten seconds of sound, for a disk that is busy for a moment.
    private static final int MOST_WAITING = 200;

    private static final int LOOK_MILLIS = 100;

    /// So often in a row nothing came: what the level shows is not what is heard now.
    private static final int QUIET_AFTER = 3;

    /// A device that gives nothing for two seconds, not even silence, is no longer there. It does not say so itself: an
    /// unplugged one may give nothing for ever.
    private static final int GONE_AFTER = 2000 / LOOK_MILLIS;

    private static final int CLOSING_MILLIS = 1000;
    private static final long LOOK_AT_ROOM_EVERY = TimeUnit.SECONDS.toNanos(5);
    private static final long SPARE_ROOM = 32L << 20;

    private final Reference reference;
    private final Listening source;
    private final Spool spool;
    private final Supplier<Instant> now;
    private final SoundFormat format;
    private final FlacEncoder encoder;
    private final BlockingQueue<Taken> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
    private final Thread taking;
    private final Thread writing;
    private volatile Level level = Level.SILENCE;
    private volatile long taken;
    private volatile boolean paused;
    private volatile boolean stopping;
    private volatile @Nullable End end;

    /// Why a recording ended.
    public enum End {
        /// Somebody stopped it.
        STOPPED,
        /// The device gives no more: it was unplugged, or another program took it.
        NO_MORE_SOUND,
        /// There is no room for more.
        DISK_FULL,
        /// The disk failed in another way.
        DISK_FAILED
    }

    /// Sound that waits to be written, or where it goes on after a pause, or the end.
    private record Taken(byte[] sound, @Nullable Instant goesOn, boolean last) {
        @Override
        public String toString() {
            return "Taken";
        }
    }

    RunningRecording(Reference reference, Listening source, Spool spool, Supplier<Instant> now) {
        this.reference = reference;
        this.source = source;
        this.spool = spool;
        this.now = now;
        this.format = source.format();
        this.encoder = new FlacEncoder(new FlacFormat(format.rate(), format.channels(), Short.SIZE));
        this.taking = Thread.ofPlatform().daemon().name("recording").unstarted(this::take);
        this.writing = Thread.ofPlatform().daemon().name("sealing").unstarted(this::write);
    }

    void start(Instant begun) {
        spool.append(new RecordingPiece.Part(new Recorded.Part(0, begun)).bytes());
        taking.start();
        writing.start();
    }

    /// The evidence item that it becomes.
    public Reference reference() {
        return reference;
    }

    /// What it is recorded with.
    public String device() {
        return source.device();
    }

    /// How loud it is now.
    public Level level() {
        return paused || end != null ? Level.SILENCE : level;
    }

    /// How much was recorded: time that was paused does not count.
    public double seconds() {
        return (double) taken / format.frameBytes() / format.rate();
    }

    public boolean paused() {
        return paused;
    }

    /// Why it ended; nothing while it goes on.
    public Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /// Stops for a while: nothing that is said meanwhile is recorded.
    public synchronized void pause() {
        if (!paused && end == null) {
            paused = true;
            source.pause();
        }
    }

    /// Goes on after a pause.
    public synchronized void resume() {
        if (paused && end == null) {
            put(new Taken(new byte[0], now.get(), false));
            source.resume();
            paused = false;
        }
    }

    /// Whether it is being written to a spool.
    boolean writes(Path path) {
        return spool.path().equals(path);
    }

    /// Stops listening, and waits until everything is sealed: also whoever is told to hurry waits for that. It does not
    /// wait for a device that does not answer.
    void finish() {
        stopping = true;
        closeSource();
        boolean interrupted = false;
        while (writing.isAlive()) {
            try {
                writing.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// A device that hangs may also hang when it is closed.
    private void closeSource() {
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(source::close);
        try {
            closing.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        byte[] sound = new byte[format.bytesOf(STEP_MILLIS)];
        try {
            int read = source.read(sound);
            while (read >= 0 && end == null) {
                if (read > 0) {
                    level = Level.of(sound, read);
                    taken += read;
                    put(new Taken(Arrays.copyOf(sound, read), null, false));
                } else {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP_MILLIS));
                }
                read = source.read(sound);
            }
        } finally {
            put(new Taken(new byte[0], null, true));
        }
    }

    /// Where the disk does not come after, the device waits: nothing is left out.
    private void put(Taken next) {
        boolean interrupted = false;
        while (end == null) {
            try {
                if (waiting.offer(next, PIECE_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            end = writeToTheEnd();
        } catch (ArchiveException.StorageFull e) {
            end = End.DISK_FULL;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a recording could not be written on");
            end = End.DISK_FAILED;
        } finally {
            spool.close();
            closeSource();
        }
    }

    private End writeToTheEnd() {
        long written = 0;
        long writtenBefore = 0;
        long lastPiece = System.nanoTime();
        long lastLook = lastPiece;
        boolean roomy = true;
        int nothing = 0;
        while (true) {
            Taken next = poll();
            nothing = next != null || paused && !stopping ? 0 : nothing + 1;
            if (nothing >= QUIET_AFTER) {
                level = Level.SILENCE;
            }
            if (next != null && next.goesOn() != null) {
                append();
                long millis = written / format.frameBytes() * 1000 / format.rate();
                spool.append(new RecordingPiece.Part(new Recorded.Part(millis, next.goesOn())).bytes());
            } else if (next != null) {
                frames.writeBytes(encoder.encode(next.sound(), next.sound().length));
                written += next.sound().length;
            }
            if (next != null && next.last() || nothing >= GONE_AFTER || !roomy) {
                frames.writeBytes(encoder.finish());
                spool.end(new RecordingPiece.Sound(encoder.totals(), frames.toByteArray()).bytes());
                return !roomy ? End.DISK_FULL : stopping ? End.STOPPED : End.NO_MORE_SOUND;
            }
            long moment = System.nanoTime();
            if (moment - lastPiece >= TimeUnit.MILLISECONDS.toNanos(PIECE_MILLIS)
                    || written - writtenBefore >= format.bytesOf(PIECE_MILLIS)) {
                append();
                writtenBefore = written;
                lastPiece = moment;
            }
            if (moment - lastLook >= LOOK_AT_ROOM_EVERY) {
                roomy = roomy();
                lastLook = moment;
            }
        }
    }

    private @Nullable Taken poll() {
        try {
            return waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return new Taken(new byte[0], null, true);
        }
    }

    private void append() {
        if (frames.size() > 0) {
            spool.append(new RecordingPiece.Sound(encoder.totals(), frames.toByteArray()).bytes());
            frames.reset();
        }
    }

    /// The evidence item takes as much room again for a moment, before the spool goes.
    private boolean roomy() {
        try {
            return Files.getFileStore(spool.path()).getUsableSpace() > spool.length() + SPARE_ROOM;
        } catch (java.io.IOException e) {
            return true; // writing will say what is wrong
        }
    }

    @Override
    public String toString() {
        return "RunningRecording " + reference;
    }
}
