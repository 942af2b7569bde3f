package org.cairn.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/// Plays a recording: from any second, slower or faster at the same pitch.
///
/// It has a thread of its own, since a loudspeaker waits for nobody; every call returns at once.
public final class Player implements AutoCloseable {

    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 2;

    private static final int BUFFER_MILLIS = 200;
    private static final int STEP_MILLIS = 50;

    private final Sound sound;
    private final Consumer<State> listener;
    private final Thread thread;
    private @Nullable SourceDataLine line;
    private double speed = 1;
    private boolean playing;
    private boolean closed;
    private long soughtFrame = -1;
    private long readFrame;
    private State told = new State(0, false, false, false);

    /// Where it is, to be shown.
    ///
    /// @param second of the recording
    /// @param playing whether it is being heard
    /// @param noDevice whether there is nothing to hear it with
    /// @param failed whether it could not be read any further
    public record State(double second, boolean playing, boolean noDevice, boolean failed) {}

    /// @param sound closed with the player
    /// @param listener told where it is, in the player's own thread, which must not be kept waiting
    public Player(Sound sound, Consumer<State> listener) {
        this.sound = sound;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("player").unstarted(this::run);
        thread.start();
    }

    /// How long the recording is.
    public double seconds() {
        return sound.seconds();
    }

    public synchronized void play() {
        if (closed) {
            return;
        }
        if (position() >= sound.seconds()) {
            soughtFrame = 0;
        }
        playing = true;
        notifyAll();
    }

    public synchronized void pause() {
        playing = false;
        notifyAll();
    }

    public synchronized boolean playing() {
        return playing;
    }

    /// Goes to a second, playing or not.
    public synchronized void seek(double second) {
        double within = Math.clamp(second, 0, sound.seconds());
        soughtFrame = Math.round(within * sound.format().rate());
        notifyAll();
    }

    /// Goes back, or on with a negative number, so many seconds.
    public synchronized void back(double seconds) {
        seek(position() - seconds);
    }

    /// @param factor 1 as it was spoken
    public synchronized void speed(double factor) {
        speed = Math.clamp(factor, SLOWEST, FASTEST);
    }

    /// The second that is heard now.
    public synchronized double position() {
        if (soughtFrame >= 0) {
            return (double) soughtFrame / sound.format().rate();
        }
        SourceDataLine open = line;
        long unheard = open == null || !open.isOpen()
                ? 0
                : (long) ((open.getBufferSize() - open.available())
                        / sound.format().frameBytes()
                        * speed);
        return Math.max(0, (double) (readFrame - unheard) / sound.format().rate());
    }

    /// Stops, and closes the recording.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            playing = false;
            notifyAll();
        }
        SourceDataLine open = line;
        if (open != null) {
            open.stop();
            open.flush();
        }
    }

    private void run() {
        Stretch stretch = new Stretch(sound.format());
        short[] samples = new short
                [sound.format().rate() * STEP_MILLIS / 1000 * sound.format().channels()];
        try (sound) {
            while (await()) {
                goWhereSought(stretch);
                int frames = sound.read(samples);
                if (frames == 0) {
                    end();
                } else {
                    double now = moveOn(frames);
                    hear(now == 1 ? copy(samples, frames) : stretch.push(samples, frames, now));
                }
                tell(false, false);
            }
        } catch (IOException | RuntimeException e) {
            stopped(false, true);
        } catch (LineUnavailableException e) {
            stopped(true, false);
        } finally {
            closeLine();
        }
    }

    private short[] copy(short[] samples, int frames) {
        return java.util.Arrays.copyOf(samples, frames * sound.format().channels());
    }

    /// Waits until something is to be heard.
    ///
    /// @return whether the player is still wanted
    private synchronized boolean await() {
        if (!playing && line != null) {
            line.stop();
        }
        while (!closed && !playing) {
            tell(false, false);
            try {
                wait();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        return !closed;
    }

    private void goWhereSought(Stretch stretch) throws IOException {
        long frame;
        synchronized (this) {
            frame = soughtFrame;
        }
        if (frame >= 0) {
            if (line != null) {
                line.flush();
            }
            sound.seek(frame);
            stretch.clear();
            synchronized (this) {
                readFrame = frame;
                soughtFrame = soughtFrame == frame ? -1 : soughtFrame;
            }
        }
    }

    private synchronized double moveOn(int frames) {
        readFrame += frames;
        return speed;
    }

    private void end() {
        if (line != null) {
            line.drain();
        }
        synchronized (this) {
            playing = soughtFrame >= 0 && playing;
        }
    }

    private void hear(short[] samples) throws LineUnavailableException {
        SourceDataLine open = line == null ? openLine() : line;
        if (!open.isRunning()) {
            open.start();
        }
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        open.write(bytes.array(), 0, bytes.capacity());
    }

    private SourceDataLine openLine() throws LineUnavailableException {
        try {
            SourceDataLine opened = (SourceDataLine) AudioSystem.getLine(
                    new DataLine.Info(SourceDataLine.class, sound.format().audio()));
            opened.open(sound.format().audio(), sound.format().bytesOf(BUFFER_MILLIS));
            line = opened;
            return opened;
        } catch (IllegalArgumentException e) {
            throw (LineUnavailableException) new LineUnavailableException().initCause(e);
        }
    }

    private void tell(boolean noDevice, boolean failed) {
        State now;
        synchronized (this) {
            now = new State(position(), playing, noDevice, failed);
        }
        if (!now.equals(told)) {
            told = now;
            listener.accept(now);
        }
    }

    private void stopped(boolean noDevice, boolean failed) {
        synchronized (this) {
            playing = false;
            closed = true;
        }
        tell(noDevice, failed);
    }

    private void closeLine() {
        if (line != null) {
            line.close();
        }
    }
}
