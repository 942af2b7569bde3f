package org.cairn.audio;

import javax.sound.sampled.TargetDataLine;

/// An open device that is listened to.
final class Capture implements Listening {

    private static final int STEP_MILLIS = 50;
    private static final double AHEAD_SECONDS = 0.5;

    /// The device's clock and the machine's are not the same.
    private static final double CLOCKS_DIFFER = 1.01;

    private final TargetDataLine line;
    private final SoundFormat format;
    private final String device;
    private long begun = System.nanoTime();
    private long taken;
    private volatile boolean closed;
    private volatile boolean paused;

    Capture(TargetDataLine line, SoundFormat format, String device) {
        this.line = line;
        this.format = format;
        this.device = device;
        line.start();
    }

    @Override
    public SoundFormat format() {
        return format;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public int read(byte[] to) {
        int step = Math.min(to.length / format.frameBytes() * format.frameBytes(), format.bytesOf(STEP_MILLIS));
        while (!closed) {
            int read = paused ? 0 : line.read(to, 0, step);
            if (read > 0) {
                keepPace(read);
                return read;
            }
            if (read < 0 || !line.isOpen()) {
                break;
            }
            waitAMoment();
        }
        return -1;
    }

    /// A device gives sound as fast as time goes. One that is none, as in trials, would fill the disk.
    private void keepPace(int read) {
        taken += read;
        double ahead = (double) taken / format.frameBytes() / format.rate()
                - (System.nanoTime() - begun) / 1e9 * CLOCKS_DIFFER
                - AHEAD_SECONDS;
        if (ahead > 0) {
            waitAMoment();
        }
    }

    /// A line that is stopped gives nothing at once.
    private synchronized void waitAMoment() {
        try {
            if (!closed) {
                wait(paused ? 0 : STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public synchronized void pause() {
        paused = true;
        line.stop();
        line.flush();
    }

    @Override
    public synchronized void resume() {
        line.flush();
        line.start();
        begun = System.nanoTime();
        taken = 0;
        paused = false;
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        line.stop();
        line.close();
    }
}
