package org.cairn.audio;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// How loud a recording is from its beginning to its end, to be drawn.
///
/// @param seconds how long the whole of it is
/// @param peaks the loudest sample of each part, 1 being as loud as can be told; 0 where it was not looked at yet
public record Waveform(double seconds, float[] peaks) {

    private static final float FULL = 1 << 15;
    private static final int AT_ONCE = 1 << 15;

    /// Looks at all of a recording; who draws it is shown what is known now and then.
    ///
    /// @param parts how many it is cut into
    /// @param stopped whether nobody wants to know any more
    public static Waveform of(Sound sound, int parts, Consumer<Waveform> sofar, BooleanSupplier stopped)
            throws IOException {
        float[] peaks = new float[parts];
        int channels = sound.format().channels();
        short[] samples = new short[AT_ONCE * channels];
        long at = 0;
        long told = 0;
        int count = sound.read(samples);
        while (count > 0 && !stopped.getAsBoolean()) {
            for (int i = 0; i < count * channels; i++) {
                int part = (int) Math.min(parts - 1, (at + i / channels) * parts / Math.max(1, sound.frames()));
                peaks[part] = Math.max(peaks[part], Math.abs(samples[i]) / FULL);
            }
            at += count;
            if (at - told > sound.frames() / 20) {
                told = at;
                sofar.accept(new Waveform(sound.seconds(), peaks.clone()));
            }
            count = sound.read(samples);
        }
        return new Waveform(sound.seconds(), peaks);
    }

    @Override
    public String toString() {
        return "Waveform";
    }
}
