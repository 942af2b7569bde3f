package org.cairn.intake;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.io.input.CountingInputStream;
import org.tukaani.xz.LZMAInputStream;

/// Unpacks a file of lzip: one or more members, each a stream of LZMA between its head and its sums. What follows the
/// last is no part of it, as lzip itself has it.
final class Lzip extends InSequence {

    private static final byte[] MARK = "LZIP".getBytes(StandardCharsets.US_ASCII);
    /// lc 3, lp 0, pb 2: it knows no others.
    private static final byte PROPERTIES = (2 * 5 * 9) + 3;
    private static final int SMALLEST = 12;
    private static final int LARGEST = 29;

    private final CountingInputStream packed;
    private final CRC32 sum = new CRC32();
    private Optional<InputStream> member = Optional.empty();
    private int version;
    private long began;
    private long count;
    private int members;

    /// @param packed can be read again from a mark
    Lzip(InputStream packed) {
        this.packed = new CountingInputStream(packed);
    }

    @Override
    Optional<InputStream> open() throws IOException {
        return member.isPresent() ? member : begin();
    }

    private Optional<InputStream> begin() throws IOException {
        packed.mark(MARK.length);
        byte[] mark = packed.readNBytes(MARK.length);
        if (!Arrays.equals(mark, MARK)) {
            packed.reset();
            boolean cutOff = mark.length > 0 && Arrays.equals(mark, Arrays.copyOf(MARK, mark.length));
            if (members == 0 || cutOff) {
                throw new EOFException();
            }
            return Optional.empty();
        }
        began = packed.getByteCount() - MARK.length;
        DataInputStream head = new DataInputStream(packed);
        version = head.readUnsignedByte();
        int coded = head.readUnsignedByte();
        if (version > 1) {
            throw new IOException("unsupported version");
        }
        member = Optional.of(new LZMAInputStream(packed, -1, PROPERTIES, dictionary(coded)));
        members++;
        return member;
    }

    /// A power of two, less so many sixteenths of it.
    private static int dictionary(int coded) throws IOException {
        int power = coded & 0x1F;
        if (power < SMALLEST || power > LARGEST) {
            throw new IOException("no such dictionary");
        }
        int dictionary = (1 << power) - (1 << power - 4) * (coded >> 5);
        Packed.requireRoom(LZMAInputStream.getMemoryUsage(dictionary, PROPERTIES));
        return dictionary;
    }

    @Override
    void unpacked(byte[] bytes, int offset, int some) {
        sum.update(bytes, offset, some);
        count += some;
    }

    @Override
    void end() throws IOException {
        byte[] sums = packed.readNBytes(version == 0 ? 12 : 20);
        if (sums.length < (version == 0 ? 12 : 20)) {
            throw new EOFException();
        }
        ByteBuffer read = ByteBuffer.wrap(sums).order(ByteOrder.LITTLE_ENDIAN);
        boolean whole = Integer.toUnsignedLong(read.getInt()) == sum.getValue() && read.getLong() == count;
        if (!whole || version == 1 && read.getLong() != packed.getByteCount() - began) {
            throw new IOException("not what its sums say");
        }
        sum.reset();
        count = 0;
        member = Optional.empty();
    }
}
