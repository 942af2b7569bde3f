package org.cairn.audio.flac;

/// How sound is counted.
///
/// @param rate samples a second
/// @param channels 1 for mono, 2 for stereo…
/// @param bits of a sample
public record FlacFormat(int rate, int channels, int bits) {

    private static final int HIGHEST_RATE = (1 << 20) - 1;

    public FlacFormat {
        if (rate < 1 || rate > HIGHEST_RATE || channels < 1 || channels > 8 || bits < 4 || bits > 32) {
            throw new IllegalArgumentException("no such sound");
        }
    }
}
