package org.cairn.audio.flac;

import java.io.IOException;

/// The samples of one channel of a frame, from the words they were written in.
final class Subframes {

    private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    /// More zeros than any sample can need: what asks for more is no FLAC.
    private static final int MOST_ZEROS = 1 << 26;

    private Subframes() {}

    static void read(BitReader in, long[] to, int count, int bitsOfFrame) throws IOException {
        require(in.read(1) == 0);
        int kind = in.read(6);
        int wasted = in.read(1) == 0 ? 0 : in.readUnary(Integer.SIZE) + 1;
        int bits = bitsOfFrame - wasted;
        require(bits > 0);
        if (kind == 0) {
            java.util.Arrays.fill(to, 0, count, in.readSigned(bits));
        } else if (kind == 1) {
            for (int i = 0; i < count; i++) {
                to[i] = in.readSigned(bits);
            }
        } else if (kind >= 8 && kind <= 12) {
            warmUp(in, to, kind - 8, count, bits);
            residual(in, to, kind - 8, count);
            foretell(to, count, FIXED[kind - 8], 0);
        } else if (kind >= 32) {
            linear(in, to, kind - 31, count, bits);
        } else {
            throw new BrokenFrameException();
        }
        for (int i = 0; wasted > 0 && i < count; i++) {
            to[i] <<= wasted;
        }
    }

    private static void linear(BitReader in, long[] to, int order, int count, int bits) throws IOException {
        warmUp(in, to, order, count, bits);
        int precision = in.read(4) + 1;
        require(precision <= 15);
        int shift = (int) in.readSigned(5);
        require(shift >= 0);
        int[] coefficients = new int[order];
        for (int i = 0; i < order; i++) {
            coefficients[i] = (int) in.readSigned(precision);
        }
        residual(in, to, order, count);
        foretell(to, count, coefficients, shift);
    }

    private static void warmUp(BitReader in, long[] to, int order, int count, int bits) throws IOException {
        require(order <= count);
        for (int i = 0; i < order; i++) {
            to[i] = in.readSigned(bits);
        }
    }

    private static void residual(BitReader in, long[] to, int order, int count) throws IOException {
        int method = in.read(2);
        require(method <= 1);
        int width = method == 0 ? 4 : 5;
        int escape = (1 << width) - 1;
        int halvings = in.read(4);
        int part = count >> halvings;
        require(count % (1 << halvings) == 0 && part >= order);
        int at = order;
        for (int i = 0; i < 1 << halvings; i++) {
            int parameter = in.read(width);
            int end = (i + 1) * part;
            if (parameter == escape) {
                int plain = in.read(5);
                while (at < end) {
                    to[at++] = in.readSigned(plain);
                }
            } else {
                while (at < end) {
                    long high = in.readUnary(MOST_ZEROS);
                    long folded = high << parameter | Integer.toUnsignedLong(in.read(parameter));
                    to[at++] = folded >>> 1 ^ -(folded & 1);
                }
            }
        }
    }

    /// Adds what was foretold from the samples before to what was left.
    private static void foretell(long[] to, int count, int[] coefficients, int shift) {
        int order = coefficients.length;
        for (int i = order; i < count; i++) {
            long foretold = 0;
            for (int j = 0; j < order; j++) {
                foretold += coefficients[j] * to[i - 1 - j];
            }
            to[i] += foretold >> shift;
        }
    }

    private static void require(boolean holds) throws BrokenFrameException {
        if (!holds) {
            throw new BrokenFrameException();
        }
    }
}
