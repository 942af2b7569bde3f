package org.cairn.audio;

import javax.sound.sampled.AudioFormat;

/// How sound of 16 bits, the lower byte first, is counted.
///
/// @param rate samples a second
/// @param channels 1 or 2
public record SoundFormat(int rate, int channels) {

    private static final int BITS = 16;

    public SoundFormat {
        if (rate < 1 || channels < 1 || channels > 2) {
            throw new IllegalArgumentException("no such sound");
        }
    }

    /// Bytes of one sample of all channels.
    public int frameBytes() {
        return channels * BITS / Byte.SIZE;
    }

    /// Bytes of so many milliseconds, in whole samples.
    public int bytesOf(int millis) {
        return (int) ((long) rate * millis / 1000) * frameBytes();
    }

    AudioFormat audio() {
        return new AudioFormat(rate, BITS, channels, true, false);
    }
}
