package org.cairn.audio.flac;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.MD5Digest;

/// Makes FLAC frames of 16-bit sound as it comes in, without looking ahead: what a call returns are whole frames, and
/// [#totals] is true of all that were returned so far.
///
/// Each channel is foretold by one of the format's five fixed predictors. For a voice that costs some hundredths more
/// room than a search for better ones, and is many times faster than sound comes in.
public final class FlacEncoder {

    /// Samples of each channel in a frame.
    public static final int BLOCK = 4096;

    private static final int BYTES = 2;
    private static final int HIGHEST_ORDER = 4;
    private static final int CONSTANT = 0;
    private static final int VERBATIM = 1;
    private static final int FIXED = 8;

    private final FlacFormat format;
    private final byte[] waiting;
    private final MD5Digest digest = new MD5Digest();
    private final BitWriter bits = new BitWriter();
    private int waitingLength;
    private int frames;
    private long samples;
    private int smallestFrame = Integer.MAX_VALUE;
    private int largestFrame;

    /// @param format of 16 bits
    public FlacEncoder(FlacFormat format) {
        if (format.bits() != Short.SIZE) {
            throw new IllegalArgumentException("sound of 16 bits is encoded");
        }
        this.format = format;
        this.waiting = new byte[BLOCK * BYTES * format.channels()];
    }

    /// Takes sound in.
    ///
    /// @param pcm samples of all channels in turn, the lower byte first
    /// @return the frames that became whole
    public byte[] encode(byte[] pcm, int length) {
        int from = 0;
        while (from < length) {
            int taken = Math.min(length - from, waiting.length - waitingLength);
            System.arraycopy(pcm, from, waiting, waitingLength, taken);
            waitingLength += taken;
            from += taken;
            if (waitingLength == waiting.length) {
                frame(BLOCK);
            }
        }
        return bits.take();
    }

    /// Makes the last frame, shorter than the others, of what still waits; nothing may come after it.
    public byte[] finish() {
        int whole = waitingLength / (BYTES * format.channels());
        if (whole > 0) {
            frame(whole);
        }
        return bits.take();
    }

    /// What is true of all frames made so far.
    public FlacTotals totals() {
        int smallest = frames == 0 ? 0 : smallestFrame;
        return new FlacTotals(format, BLOCK, smallest, largestFrame, samples, digest.getEncodedState());
    }

    private void frame(int count) {
        int begun = bits.length();
        header(count, begun);
        for (int channel = 0; channel < format.channels(); channel++) {
            subframe(channel(channel, count));
        }
        bits.align();
        bits.write(Checksums.sixteen(bits.bytes(), begun, bits.length()), Short.SIZE);
        int size = bits.length() - begun;
        smallestFrame = Math.min(smallestFrame, size);
        largestFrame = Math.max(largestFrame, size);
        digest.update(waiting, 0, count * BYTES * format.channels());
        frames++;
        samples += count;
        waitingLength = 0;
    }

    private void header(int count, int begun) {
        int rateCode = rateCode();
        bits.write(0xfff8, Short.SIZE);
        bits.write(count == BLOCK ? 12 : 7, 4);
        bits.write(rateCode, 4);
        bits.write(format.channels() - 1, 4);
        bits.write(4, 3);
        bits.write(0, 1);
        number(frames);
        if (count != BLOCK) {
            bits.write(count - 1, Short.SIZE);
        }
        if (rateCode == 13) {
            bits.write(format.rate(), Short.SIZE);
        }
        bits.write(Checksums.eight(bits.bytes(), begun, bits.length()), Byte.SIZE);
    }

    private int rateCode() {
        return switch (format.rate()) {
            case 8_000 -> 4;
            case 16_000 -> 5;
            case 22_050 -> 6;
            case 24_000 -> 7;
            case 32_000 -> 8;
            case 44_100 -> 9;
            case 48_000 -> 10;
            case 96_000 -> 11;
            default -> format.rate() < 1 << Short.SIZE ? 13 : 0;
        };
    }

    /// As UTF-8 writes characters.
    private void number(int value) {
        if (value < 0x80) {
            bits.write(value, Byte.SIZE);
            return;
        }
        int further = (Integer.SIZE - Integer.numberOfLeadingZeros(value) - 2) / 5;
        int lead = 0xff << 7 - further & 0xff;
        bits.write(lead | value >>> 6 * further, Byte.SIZE);
        for (int i = further - 1; i >= 0; i--) {
            bits.write(0x80 | value >>> 6 * i & 0x3f, Byte.SIZE);
        }
    }

    private int[] channel(int channel, int count) {
        int[] samplesOf = new int[count];
        int at = channel * BYTES;
        for (int i = 0; i < count; i++) {
            samplesOf[i] = waiting[at] & 0xff | waiting[at + 1] << Byte.SIZE;
            at += BYTES * format.channels();
        }
        return samplesOf;
    }

    private void subframe(int[] block) {
        if (Arrays.stream(block).allMatch(sample -> sample == block[0])) {
            kind(CONSTANT);
            bits.write(block[0], Short.SIZE);
            return;
        }
        int order = bestOrder(block);
        Residual residual = Residual.of(left(block, order), order, block.length);
        if (residual.bits() + (long) order * Short.SIZE >= (long) block.length * Short.SIZE) {
            kind(VERBATIM);
            Arrays.stream(block).forEach(sample -> bits.write(sample, Short.SIZE));
            return;
        }
        kind(FIXED + order);
        Arrays.stream(block, 0, order).forEach(sample -> bits.write(sample, Short.SIZE));
        residual.write(bits);
    }

    private void kind(int code) {
        bits.write(code << 1, Byte.SIZE);
    }

    /// The predictor that leaves least, all five measured in one pass.
    private static int bestOrder(int[] block) {
        if (block.length <= HIGHEST_ORDER) {
            return 0;
        }
        long[] sums = new long[HIGHEST_ORDER + 1];
        int one = block[3] - block[2];
        int two = one - (block[2] - block[1]);
        int three = two - (block[2] - 2 * block[1] + block[0]);
        for (int i = HIGHEST_ORDER; i < block.length; i++) {
            int first = block[i] - block[i - 1];
            int second = first - one;
            int third = second - two;
            int fourth = third - three;
            sums[0] += Math.abs(block[i]);
            sums[1] += Math.abs(first);
            sums[2] += Math.abs(second);
            sums[3] += Math.abs(third);
            sums[4] += Math.abs(fourth);
            one = first;
            two = second;
            three = third;
        }
        int best = 0;
        for (int order = 1; order <= HIGHEST_ORDER; order++) {
            best = sums[order] < sums[best] ? order : best;
        }
        return best;
    }

    /// The differences of differences: predictor `order` leaves the `order`th of them.
    private static int[] left(int[] block, int order) {
        int[] left = block.clone();
        for (int step = 1; step <= order; step++) {
            for (int i = left.length - 1; i >= step; i--) {
                left[i] -= left[i - 1];
            }
        }
        return left;
    }
}
