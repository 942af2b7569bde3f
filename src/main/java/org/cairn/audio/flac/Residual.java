package org.cairn.audio.flac;

/// What is left of a block when each sample is foretold from those before it, written in Rice codes: the block is cut
/// into parts of equal length, each with the parameter that suits it.
final class Residual {

    private static final int MOST_HALVINGS = 6;
    private static final int LARGEST_SHORT_PARAMETER = 14;
    private static final int LARGEST_PARAMETER = 30;

    private final int[] folded;
    private final int order;
    private final int length;
    private final int halvings;
    private final int[] parameters;
    private final long bits;

    private Residual(int[] folded, int order, int length, int halvings, int[] parameters, long bits) {
        this.folded = folded;
        this.order = order;
        this.length = length;
        this.halvings = halvings;
        this.parameters = parameters;
        this.bits = bits;
    }

    /// The shortest way to write it that is worth looking for.
    ///
    /// @param left what is left, from place `order` on
    static Residual of(int[] left, int order, int length) {
        int[] folded = new int[length];
        for (int i = order; i < length; i++) {
            folded[i] = left[i] << 1 ^ left[i] >> 31;
        }
        Residual best = cut(folded, order, length, 0);
        for (int halvings = 1; halvings <= MOST_HALVINGS; halvings++) {
            if (length % (1 << halvings) != 0 || length >> halvings <= order) {
                break;
            }
            Residual finer = cut(folded, order, length, halvings);
            best = finer.bits < best.bits ? finer : best;
        }
        return best;
    }

    private static Residual cut(int[] folded, int order, int length, int halvings) {
        int parts = 1 << halvings;
        int[] parameters = new int[parts];
        long bits = 6;
        for (int part = 0; part < parts; part++) {
            int from = part == 0 ? order : part * (length >> halvings);
            int to = (part + 1) * (length >> halvings);
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += Integer.toUnsignedLong(folded[i]);
            }
            parameters[part] = parameter(sum, to - from);
            bits += 5 + cost(sum, to - from, parameters[part]);
        }
        return new Residual(folded, order, length, halvings, parameters, bits);
    }

    private static int parameter(long sum, int count) {
        int best = 0;
        for (int k = 1; k <= LARGEST_PARAMETER && cost(sum, count, k) < cost(sum, count, best); k++) {
            best = k;
        }
        return best;
    }

    /// Never less than what it really takes.
    private static long cost(long sum, int count, int parameter) {
        return (long) count * (parameter + 1) + (sum >> parameter);
    }

    long bits() {
        return bits;
    }

    void write(BitWriter to) {
        boolean wide = false;
        for (int parameter : parameters) {
            wide |= parameter > LARGEST_SHORT_PARAMETER;
        }
        to.write(wide ? 1 : 0, 2);
        to.write(halvings, 4);
        for (int part = 0; part < parameters.length; part++) {
            int parameter = parameters[part];
            to.write(parameter, wide ? 5 : 4);
            int from = part == 0 ? order : part * (length >> halvings);
            int until = (part + 1) * (length >> halvings);
            for (int i = from; i < until; i++) {
                to.writeUnary(folded[i] >>> parameter);
                to.write(folded[i], parameter);
            }
        }
    }
}
