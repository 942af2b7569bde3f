package org.cairn.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/// Sound that is made up: the same each time.
public final class Tones {

    private Tones() {}

    /// Something like a voice: two wandering tones and a little noise.
    public static short[] voice(int samples) {
        Random noise = new Random(7);
        return of(samples, i -> (int) (7000 * Math.sin(i * 0.03) * Math.sin(i * 0.00013)
                + 900 * Math.sin(i * 0.31)
                + noise.nextGaussian() * 120));
    }

    public static short[] of(int samples, IntUnaryOperator sample) {
        short[] made = new short[samples];
        for (int i = 0; i < samples; i++) {
            made[i] = (short) sample.applyAsInt(i);
        }
        return made;
    }

    /// As a device gives it.
    public static byte[] bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
