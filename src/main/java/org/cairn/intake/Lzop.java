package org.cairn.intake;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lzo.LzoDecompressor;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/// Unpacks a file of lzop: a head, then blocks, each with the sums of what it was; several such may follow each other.
final class Lzop extends BlockStream {

    private static final byte[] MARK = {(byte) 0x89, 'L', 'Z', 'O', 0, 0x0D, 0x0A, 0x1A, 0x0A};
    /// From this version on it says which version is needed to unpack it, and how hard it was packed.
    private static final int TELLS_MORE = 0x0940;
    private static final int METHODS = 3;
    private static final int MOST = 64 * 1024 * 1024;

    private static final int ADLER = 0x1;
    private static final int ADLER_PACKED = 0x2;
    private static final int EXTRA = 0x40;
    private static final int CRC = 0x100;
    private static final int CRC_PACKED = 0x200;
    private static final int FILTER = 0x800;

    private final DataInputStream packed;
    private int flags;
    private boolean within;
    private boolean begun;

    /// @param packed can be read again from a mark
    Lzop(InputStream packed) {
        this.packed = new DataInputStream(packed);
    }

    @Override
    Optional<byte[]> next() throws IOException {
        while (within || begin()) {
            int length = packed.readInt();
            if (length != 0) {
                return Optional.of(block(length));
            }
            within = false;
        }
        return Optional.empty();
    }

    /// Whether another file follows.
    private boolean begin() throws IOException {
        if (!Successive.follows(packed, MARK)) {
            if (begun) {
                return false;
            }
            throw new EOFException();
        }
        packed.skipNBytes(MARK.length);
        begun = true;
        within = true;
        head();
        return true;
    }

    private void head() throws IOException {
        boolean more = packed.readUnsignedShort() >= TELLS_MORE;
        packed.skipNBytes(more ? 4 : 2);
        int method = packed.readUnsignedByte();
        packed.skipNBytes(more ? 1 : 0);
        flags = packed.readInt();
        if (method < 1 || method > METHODS || set(FILTER)) {
            throw new IOException("unsupported method");
        }
        // how it was guarded and when it was changed; then its name and the sum of all that
        packed.skipNBytes(more ? 12 : 8);
        packed.skipNBytes(packed.readUnsignedByte());
        packed.skipNBytes(4);
        if (set(EXTRA)) {
            packed.skipNBytes(length(packed.readInt()));
            packed.skipNBytes(4);
        }
    }

    private boolean set(int flag) {
        return (flags & flag) != 0;
    }

    private static int length(int told) throws IOException {
        if (told < 0 || told > MOST) {
            throw new IOException("no such length");
        }
        return told;
    }

    private byte[] block(int told) throws IOException {
        int length = length(told);
        int packedLength = length(packed.readInt());
        if (packedLength > length) {
            throw new IOException("no such length");
        }
        int adler = set(ADLER) ? packed.readInt() : 0;
        int crc = set(CRC) ? packed.readInt() : 0;
        if (packedLength < length) {
            packed.skipNBytes((set(ADLER_PACKED) ? 4 : 0) + (set(CRC_PACKED) ? 4 : 0));
        }
        byte[] bytes = packed.readNBytes(packedLength);
        if (bytes.length < packedLength) {
            throw new EOFException();
        }
        byte[] block = packedLength == length ? bytes : unpacked(bytes, length);
        require(set(ADLER), new Adler32(), adler, block);
        require(set(CRC), new CRC32(), crc, block);
        return block;
    }

    private static byte[] unpacked(byte[] bytes, int length) throws IOException {
        try {
            byte[] block = new byte[length];
            int came = new LzoDecompressor().decompress(bytes, 0, bytes.length, block, 0, length);
            if (came != length) {
                throw new IOException("not what it says it is");
            }
            return block;
        } catch (MalformedInputException | IndexOutOfBoundsException e) {
            throw new IOException(e);
        }
    }

    private static void require(boolean told, Checksum sum, int expected, byte[] block) throws IOException {
        sum.update(block, 0, block.length);
        if (told && (int) sum.getValue() != expected) {
            throw new IOException("not what its sums say");
        }
    }
}
