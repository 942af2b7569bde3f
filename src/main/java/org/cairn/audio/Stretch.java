package org.cairn.audio;

import java.util.Arrays;

/// Makes speech slower or faster and leaves its pitch: overlapping pieces are laid out further apart or closer
/// together,
/// each moved to where it fits best on the one before (waveform similarity overlap-add, Verhelst and Roelands 1993).
final class Stretch {

    private static final int PIECE_MILLIS = 30;
    private static final int SEARCH_MILLIS = 10;

    /// Every so many samples are compared while a place is looked for: a voice has little above that.
    private static final int COMPARED_RATE = 12_000;

    private final int channels;
    private final int half;
    private final int search;
    private final int stride;
    private short[] waiting = new short[0];
    private int waitingFrames;
    private double wanted;
    private short[] tail;
    private boolean begun;

    Stretch(SoundFormat format) {
        this.channels = format.channels();
        this.half = format.rate() * PIECE_MILLIS / 2000;
        this.search = format.rate() * SEARCH_MILLIS / 1000;
        this.stride = Math.max(1, format.rate() / COMPARED_RATE);
        this.tail = new short[half * channels];
    }

    /// Forgets what came before: the sound goes on from elsewhere.
    void clear() {
        waitingFrames = 0;
        wanted = 0;
        begun = false;
        Arrays.fill(tail, (short) 0);
    }

    /// Takes sound and gives what can be heard of it now.
    ///
    /// @param speed 0.5 for half as fast
    /// @return samples, all channels in turn
    short[] push(short[] samples, int frames, double speed) {
        append(samples, frames);
        short[] out = new short[0];
        int length = 0;
        while (waitingFrames >= (int) wanted + search + 2 * half) {
            int at = begun ? bestPlace((int) wanted) : 0;
            if (out.length < length + half * channels) {
                out = Arrays.copyOf(out, Math.max(out.length * 2, length + half * channels));
            }
            fade(at, out, length);
            length += half * channels;
            System.arraycopy(waiting, (at + half) * channels, tail, 0, half * channels);
            begun = true;
            wanted += half * speed;
            dropBefore((int) wanted - search);
        }
        return Arrays.copyOf(out, length);
    }

    private void append(short[] samples, int frames) {
        int needed = (waitingFrames + frames) * channels;
        if (waiting.length < needed) {
            waiting = Arrays.copyOf(waiting, Math.max(needed, waiting.length * 2));
        }
        System.arraycopy(samples, 0, waiting, waitingFrames * channels, frames * channels);
        waitingFrames += frames;
    }

    /// The piece before fades out while this one fades in.
    private void fade(int at, short[] out, int to) {
        for (int i = 0; i < half; i++) {
            for (int channel = 0; channel < channels; channel++) {
                int place = i * channels + channel;
                int fresh = waiting[at * channels + place];
                out[to + place] = begun ? (short) ((tail[place] * (half - i) + fresh * i) / half) : (short) fresh;
            }
        }
    }

    private int bestPlace(int around) {
        int best = around;
        double bestLikeness = Double.NEGATIVE_INFINITY;
        for (int at = Math.max(0, around - search); at <= around + search; at += stride) {
            double likeness = likeness(at);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = at;
            }
        }
        return best;
    }

    private double likeness(int at) {
        double product = 0;
        double energy = 1;
        for (int i = 0; i < half; i += stride) {
            double fresh = waiting[(at + i) * channels];
            product += fresh * tail[i * channels];
            energy += fresh * fresh;
        }
        return product / Math.sqrt(energy);
    }

    private void dropBefore(int frame) {
        int dropped = Math.clamp(frame, 0, waitingFrames);
        if (dropped > half) {
            System.arraycopy(waiting, dropped * channels, waiting, 0, (waitingFrames - dropped) * channels);
            waitingFrames -= dropped;
            wanted -= dropped;
        }
    }
}
