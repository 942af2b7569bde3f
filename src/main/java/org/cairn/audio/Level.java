package org.cairn.audio;

/// How loud a moment of sound is, 1 being as loud as can be told.
///
/// @param peak the loudest sample
/// @param rms the square root of the mean square: what an ear goes by
public record Level(double peak, double rms) {

    public static final Level SILENCE = new Level(0, 0);

    /// As low as a meter shows.
    public static final double QUIETEST_DECIBELS = -60;

    private static final double FULL = 1 << 15;
    private static final double CLIPPING = (FULL - 1) / FULL;

    /// The level of 16-bit sound, the lower byte first.
    public static Level of(byte[] pcm, int length) {
        int peak = 0;
        double squares = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            int sample = pcm[i] & 0xff | pcm[i + 1] << Byte.SIZE;
            peak = Math.max(peak, Math.abs(sample));
            squares += (double) sample * sample;
        }
        int count = length / 2;
        return count == 0 ? SILENCE : new Level(peak / FULL, Math.sqrt(squares / count) / FULL);
    }

    /// The peak in decibels below full, no lower than a meter shows.
    public double peakDecibels() {
        return decibels(peak);
    }

    public double rmsDecibels() {
        return decibels(rms);
    }

    /// Whether it was louder than can be told: what is cut off is lost.
    public boolean clipping() {
        return peak >= CLIPPING;
    }

    private static double decibels(double part) {
        return part <= 0 ? QUIETEST_DECIBELS : Math.max(QUIETEST_DECIBELS, 20 * Math.log10(part));
    }
}
