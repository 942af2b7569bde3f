package org.cairn.audio.flac;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// What a FLAC file says of itself before its first frame.
///
/// @param blockSize samples of each channel in a frame, where all are of one length
/// @param samples how many of each channel, 0 where the file does not say
/// @param md5 of all samples, zeros where the file does not say
/// @param framesAt where the first frame begins
record StreamInfo(FlacFormat format, int blockSize, long samples, byte[] md5, long framesAt) {

    private static final int TAG_LENGTH = 10;

    static StreamInfo read(BitReader in) throws IOException {
        skipTag(in);
        if (in.read(Integer.SIZE) != 0x664c6143) {
            throw new IOException("no FLAC");
        }
        StreamInfo info = null;
        boolean last = false;
        while (!last) {
            last = in.read(1) == 1;
            int kind = in.read(7);
            long next = in.read(24) + in.position();
            if (kind == 0 && info == null) {
                info = block(in);
            }
            in.seek(next);
        }
        if (info == null) {
            throw new IOException("no FLAC");
        }
        return new StreamInfo(info.format, info.blockSize, info.samples, info.md5, in.position());
    }

    /// Some programs put the tag of another format before it.
    private static void skipTag(BitReader in) throws IOException {
        long begin = in.position();
        try {
            if (in.read(24) == 0x494433) {
                in.read(24);
                long length = 0;
                for (int i = 0; i < Integer.BYTES; i++) {
                    length = length << 7 | in.read(Byte.SIZE) & 0x7f;
                }
                in.seek(begin + TAG_LENGTH + length);
                return;
            }
        } catch (EOFException e) {
            throw new IOException("no FLAC", e);
        }
        in.seek(begin);
    }

    private static StreamInfo block(BitReader in) throws IOException {
        int smallest = in.read(Short.SIZE);
        in.read(Short.SIZE);
        in.read(24);
        in.read(24);
        int rate = in.read(20);
        int channels = in.read(3) + 1;
        int bits = in.read(5) + 1;
        long samples = (long) in.read(4) << Integer.SIZE | Integer.toUnsignedLong(in.read(Integer.SIZE));
        byte[] md5 = new byte[16];
        for (int i = 0; i < md5.length; i++) {
            md5[i] = (byte) in.read(Byte.SIZE);
        }
        try {
            return new StreamInfo(new FlacFormat(rate, channels, bits), smallest, samples, md5, 0);
        } catch (IllegalArgumentException e) {
            throw new IOException("no FLAC", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamInfo that
                && format.equals(that.format)
                && blockSize == that.blockSize
                && samples == that.samples
                && framesAt == that.framesAt
                && Arrays.equals(md5, that.md5);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(md5);
    }

    @Override
    public String toString() {
        return "StreamInfo";
    }
}
