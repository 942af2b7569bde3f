package org.cairn.archive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cairn.audio.Listening;
import org.cairn.audio.SoundFormat;

/// Sound that is there already, given as a device would give it: at once, or as time goes.
public final class GivenSound implements Listening {

    public static final int RATE = 48_000;

    private final byte[] sound;
    private final boolean asTimeGoes;
    private final long begun = System.nanoTime();
    private int at;
    private volatile boolean paused;
    private volatile boolean closed;

    public GivenSound(byte[] sound, boolean asTimeGoes) {
        this.sound = sound;
        this.asTimeGoes = asTimeGoes;
    }

    @Override
    public SoundFormat format() {
        return new SoundFormat(RATE, 1);
    }

    @Override
    public String device() {
        return "Trial microphone";
    }

    @Override
    public int read(byte[] to) {
        while (paused && !closed) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (closed || at >= sound.length) {
            return -1;
        }
        int count = Math.min(Math.min(to.length, 4_800), sound.length - at);
        while (asTimeGoes && !closed && System.nanoTime() - begun < (at + count) / 2 * 1_000_000_000L / RATE) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        System.arraycopy(sound, at, to, 0, count);
        at += count;
        return count;
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    @Override
    public void close() {
        closed = true;
    }
}
