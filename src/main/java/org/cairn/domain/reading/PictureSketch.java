package org.cairn.domain.reading;

import java.util.Arrays;
import java.util.Optional;

/// A sketch of a picture, by which pictures that look nearly the same can be told: whether each of its 144 slowest
/// waves
/// is stronger than their middle one (a perceptual hash by cosine transform).
///
/// Scale, compression, brightness and a slight crop change few of them. A turned or mirrored picture is another one.
public final class PictureSketch {

    private static final int SIDE = 48;
    private static final int WAVES = 12;
    private static final int BITS = WAVES * WAVES;
    private static final int BITS_IN_A_PART = 12;
    /// A picture without anything on it is like every other one.
    private static final double LEAST_CONTRAST = 2.0;

    private static final double[][] COSINES = cosines();

    private PictureSketch() {}

    /// The sketch of a picture; none where there is nothing on it.
    ///
    /// @param rows its dots from the top left, each eight bits of opacity, red, green and blue
    public static Optional<byte[]> of(int width, int height, int[] rows) {
        double[][] grey = small(width, height, rows);
        if (contrast(grey) < LEAST_CONTRAST) {
            return Optional.empty();
        }
        double[] waves = waves(grey);
        double[] sorted = waves.clone();
        Arrays.sort(sorted);
        double middle = (sorted[BITS / 2 - 1] + sorted[BITS / 2]) / 2;
        byte[] sketch = new byte[BITS / Byte.SIZE];
        for (int i = 0; i < BITS; i++) {
            if (waves[i] > middle) {
                sketch[i / Byte.SIZE] |= (byte) (1 << i % Byte.SIZE);
            }
        }
        return Optional.of(sketch);
    }

    /// How much of two pictures is the same, 0 to 1; those that have nothing to do with one another come to about 0.
    public static double alike(byte[] one, byte[] other) {
        if (one.length != BITS / Byte.SIZE || other.length != one.length) {
            return 0;
        }
        int different = 0;
        for (int i = 0; i < one.length; i++) {
            different += Integer.bitCount((one[i] ^ other[i]) & 0xFF);
        }
        return Math.max(0, 1 - 2.0 * different / BITS);
    }

    /// What pictures that are alike have in common, some of them.
    public static long[] parts(byte[] sketch) {
        long[] parts = new long[BITS / BITS_IN_A_PART];
        for (int i = 0; i < BITS; i++) {
            // waves of one part lie far apart: what spoils some of them leaves others whole
            int part = i % parts.length;
            long bit = sketch[i / Byte.SIZE] >> i % Byte.SIZE & 1;
            parts[part] = parts[part] << 1 | bit;
        }
        for (int part = 0; part < parts.length; part++) {
            parts[part] |= (long) part << BITS_IN_A_PART;
        }
        return parts;
    }

    /// Each dot of the small picture is the mean of those of the large one that it stands for.
    private static double[][] small(int width, int height, int[] rows) {
        double[][] grey = new double[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            int top = (int) ((long) y * height / SIDE);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / SIDE));
            for (int x = 0; x < SIDE; x++) {
                int left = (int) ((long) x * width / SIDE);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * width / SIDE));
                double sum = 0;
                for (int row = top; row < bottom; row++) {
                    for (int column = left; column < right; column++) {
                        sum += grey(rows[row * width + column]);
                    }
                }
                grey[y][x] = sum / ((double) (bottom - top) * (right - left));
            }
        }
        return grey;
    }

    /// What shines through is white, as on paper.
    private static double grey(int dot) {
        double opacity = (dot >>> 24) / 255.0;
        double light = 0.299 * (dot >> 16 & 0xFF) + 0.587 * (dot >> 8 & 0xFF) + 0.114 * (dot & 0xFF);
        return opacity * light + (1 - opacity) * 255;
    }

    private static double contrast(double[][] grey) {
        double mean =
                Arrays.stream(grey).flatMapToDouble(Arrays::stream).average().orElse(0);
        double square = Arrays.stream(grey)
                .flatMapToDouble(Arrays::stream)
                .map(light -> (light - mean) * (light - mean))
                .average()
                .orElse(0);
        return Math.sqrt(square);
    }

    private static double[] waves(double[][] grey) {
        double[][] across = new double[SIDE][WAVES];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < WAVES; u++) {
                for (int x = 0; x < SIDE; x++) {
                    across[y][u] += grey[y][x] * COSINES[u][x];
                }
            }
        }
        double[] waves = new double[BITS];
        for (int v = 0; v < WAVES; v++) {
            for (int u = 0; u < WAVES; u++) {
                for (int y = 0; y < SIDE; y++) {
                    waves[v * WAVES + u] += across[y][u] * COSINES[v][y];
                }
            }
        }
        return waves;
    }

    /// Without the slowest of all, which is how bright the picture is.
    private static double[][] cosines() {
        double[][] cosines = new double[WAVES][SIDE];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int place = 0; place < SIDE; place++) {
                cosines[wave][place] = Math.cos(Math.PI * (wave + 1) * (2 * place + 1) / (2 * SIDE));
            }
        }
        return cosines;
    }
}
