package org.cairn.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks one member of a gzip file (RFC 1952), and takes no byte of what follows it.
final class GzipMember extends InputStream {

    static final byte[] MARK = {0x1F, (byte) 0x8B};

    private static final int DEFLATE = 8;
    private static final int SUM_OF_HEAD = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int PIECE = 4 * 1024;
    private static final int LONGEST_WORDS = 64 * 1024;

    private final InputStream packed;
    private final Inflater inflater;
    private final byte[] piece = new byte[PIECE];
    private final CRC32 sum = new CRC32();
    private int filled;
    private long count;
    private boolean ended;
    private boolean closed;

    /// @param packed can be read again from a mark
    GzipMember(InputStream packed) throws IOException {
        this.packed = packed;
        name(packed);
        this.inflater = new Inflater(true);
    }

    /// Reads a head, and tells the name that the file had before it was packed; empty where it does not say it.
    static String name(InputStream packed) throws IOException {
        DataInputStream head = new DataInputStream(packed);
        head.skipNBytes(MARK.length);
        int method = head.readUnsignedByte();
        int flags = head.readUnsignedByte();
        if (method != DEFLATE) {
            throw new IOException("unsupported method");
        }
        // when it was changed, how hard it was packed and where
        head.skipNBytes(6);
        if ((flags & EXTRA) != 0) {
            head.skipNBytes(head.readUnsignedByte() | head.readUnsignedByte() << 8);
        }
        String name = (flags & NAME) != 0 ? words(head) : "";
        if ((flags & COMMENT) != 0) {
            words(head);
        }
        head.skipNBytes((flags & SUM_OF_HEAD) != 0 ? 2 : 0);
        return name;
    }

    /// The standard has them in ISO 8859-1; programs write them as their system has them.
    private static String words(DataInputStream head) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int letter = head.readUnsignedByte(); letter != 0; letter = head.readUnsignedByte()) {
            bytes.write(letter);
            if (bytes.size() > LONGEST_WORDS) {
                throw new IOException("no such head");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        boolean whole = false;
        try {
            int some = unpacked(into, offset, length);
            whole = true;
            return some;
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            if (!whole) {
                close(); // whoever reads what breaks off may not
            }
        }
    }

    private int unpacked(byte[] into, int offset, int length) throws IOException, DataFormatException {
        if (closed && !ended) {
            throw new IOException("closed");
        }
        while (!ended) {
            int some = inflater.inflate(into, offset, length);
            if (some > 0) {
                sum.update(into, offset, some);
                count += some;
                return some;
            }
            if (inflater.finished()) {
                end();
            } else if (inflater.needsDictionary()) {
                throw new IOException("unsupported dictionary");
            } else {
                fill();
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        packed.mark(PIECE);
        filled = packed.read(piece, 0, PIECE);
        if (filled < 0) {
            throw new EOFException();
        }
        inflater.setInput(piece, 0, filled);
    }

    private void end() throws IOException {
        packed.reset();
        packed.skipNBytes(filled - inflater.getRemaining());
        byte[] sums = packed.readNBytes(8);
        if (sums.length < 8) {
            throw new EOFException();
        }
        ByteBuffer read = ByteBuffer.wrap(sums).order(ByteOrder.LITTLE_ENDIAN);
        if (read.getInt() != (int) sum.getValue() || read.getInt() != (int) count) {
            throw new IOException("not what its sums say");
        }
        ended = true;
        close();
    }

    /// Leaves open what it is in.
    @Override
    public void close() {
        closed = true;
        inflater.end();
    }
}
