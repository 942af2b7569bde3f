package org.cairn.audio.flac;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// Bits out of a file, the highest of each byte first, with the running checksums of a frame.
final class BitReader {

    private final SeekableByteChannel from;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024).limit(0);
    private long bufferEnd;
    private long held;
    private int heldBits;
    private int crcEight;
    private int crcSixteen;

    BitReader(SeekableByteChannel from) throws IOException {
        this.from = from;
        this.bufferEnd = from.position();
    }

    /// Where the next whole byte stands.
    long position() {
        return bufferEnd - buffer.remaining() - heldBits / Byte.SIZE;
    }

    void seek(long position) throws IOException {
        held = 0;
        heldBits = 0;
        long back = bufferEnd - position;
        if (back >= 0 && back <= buffer.limit()) {
            buffer.position((int) (buffer.limit() - back));
        } else {
            from.position(position);
            buffer.limit(0);
            bufferEnd = position;
        }
    }

    /// Begins the checksums anew; to be called between bytes.
    void beginChecksums() {
        crcEight = 0;
        crcSixteen = 0;
    }

    int crcEight() {
        return crcEight;
    }

    int crcSixteen() {
        return crcSixteen;
    }

    /// @param count up to 32
    int read(int count) throws IOException {
        while (heldBits < count) {
            held = held << Byte.SIZE | next();
            heldBits += Byte.SIZE;
        }
        heldBits -= count;
        return (int) (held >>> heldBits & (1L << count) - 1);
    }

    /// @param count up to 33
    long readSigned(int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (count > Integer.SIZE) {
            long high = readSigned(count - Integer.SIZE);
            return high << Integer.SIZE | Integer.toUnsignedLong(read(Integer.SIZE));
        }
        long value = Integer.toUnsignedLong(read(count));
        return value << Long.SIZE - count >> Long.SIZE - count;
    }

    /// How many zeros stand before the next one.
    int readUnary(int most) throws IOException {
        int zeros = 0;
        while (true) {
            if (heldBits == 0) {
                held = next();
                heldBits = Byte.SIZE;
            }
            long left = held & (1L << heldBits) - 1;
            if (left != 0) {
                int leading = heldBits - (Long.SIZE - Long.numberOfLeadingZeros(left));
                heldBits -= leading + 1;
                return zeros + leading;
            }
            zeros += heldBits;
            heldBits = 0;
            if (zeros > most) {
                throw new BrokenFrameException();
            }
        }
    }

    /// Leaves the rest of a byte.
    void align() {
        heldBits -= heldBits % Byte.SIZE;
    }

    private int next() throws IOException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        int value = buffer.get() & 0xff;
        crcEight = Checksums.eight(crcEight, value);
        crcSixteen = Checksums.sixteen(crcSixteen, value);
        return value;
    }

    private void fill() throws IOException {
        from.position(bufferEnd);
        buffer.clear();
        int read = from.read(buffer);
        buffer.flip();
        if (read <= 0) {
            buffer.limit(0);
            throw new EOFException();
        }
        bufferEnd += read;
    }
}
