package org.cairn.audio.flac;

import java.io.IOException;

/// The first bytes of a frame.
///
/// @param at where in the file it begins
/// @param first the first sample of it
/// @param count samples of each channel
/// @param assignment how the channels are told, 0 to 10
/// @param bits of a sample
record FrameHeader(long at, long first, int count, int assignment, int bits) {

    private static final int[] BITS = {0, 8, 12, -1, 16, 20, 24, 32};
    private static final int MOST_CONTINUATIONS = 6;

    int channels() {
        return assignment < 8 ? assignment + 1 : 2;
    }

    long end() {
        return first + count;
    }

    /// Reads the header that begins where the reader stands.
    ///
    /// @throws BrokenFrameException when none stands there that fits this stream
    static FrameHeader read(BitReader in, StreamInfo info) throws IOException {
        long at = in.position();
        in.beginChecksums();
        if (in.read(14) != 0x3ffe) {
            throw new BrokenFrameException();
        }
        require(in.read(1) == 0);
        boolean variable = in.read(1) == 1;
        int blockCode = in.read(4);
        int rateCode = in.read(4);
        int assignment = in.read(4);
        int bitsCode = in.read(3);
        require(in.read(1) == 0 && blockCode != 0 && rateCode != 15 && assignment <= 10 && BITS[bitsCode] >= 0);
        long number = number(in);
        int count = count(in, blockCode);
        if (rateCode >= 12 && rateCode <= 14) {
            in.read(rateCode == 12 ? Byte.SIZE : Short.SIZE);
        }
        int expected = in.crcEight();
        require(in.read(Byte.SIZE) == expected);
        int bits = bitsCode == 0 ? info.format().bits() : BITS[bitsCode];
        long first = variable ? number : number * info.blockSize();
        FrameHeader header = new FrameHeader(at, first, count, assignment, bits);
        require(header.channels() == info.format().channels()
                && bits == info.format().bits());
        return header;
    }

    private static int count(BitReader in, int code) throws IOException {
        return switch (code) {
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << code - 2;
            case 6 -> in.read(Byte.SIZE) + 1;
            case 7 -> in.read(Short.SIZE) + 1;
            default -> 256 << code - 8;
        };
    }

    private static long number(BitReader in) throws IOException {
        int lead = in.read(Byte.SIZE);
        int ones = Integer.numberOfLeadingZeros(~(lead << Integer.SIZE - Byte.SIZE));
        if (ones == 0) {
            return lead;
        }
        require(ones >= 2 && ones <= MOST_CONTINUATIONS + 1);
        long number = lead & (1 << 7 - ones) - 1;
        for (int i = 1; i < ones; i++) {
            require(in.read(2) == 2);
            number = number << 6 | in.read(6);
        }
        return number;
    }

    private static void require(boolean holds) throws BrokenFrameException {
        if (!holds) {
            throw new BrokenFrameException();
        }
    }
}
