package org.cairn.drawing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The bytes of a medical picture, by their places: those of the file, or what was packed into it.
final class DicomBytes {

    /// More is never unpacked.
    private static final int MOST_UNPACKED = 256 << 20;

    private final PipedBytes file;
    private final byte[] unpacked;
    private final long from;

    private DicomBytes(PipedBytes file, byte[] unpacked, long from) {
        this.file = file;
        this.unpacked = unpacked;
        this.from = from;
    }

    static DicomBytes of(PipedBytes file) {
        return new DicomBytes(file, new byte[0], Long.MAX_VALUE);
    }

    /// The same with everything from a place on unpacked.
    DicomBytes deflatedFrom(long place) throws IOException {
        byte[] packed = bytes(place, size() - place);
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] some = new byte[1 << 16];
            while (!inflater.finished()) {
                int came = inflater.inflate(some);
                if (came == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                out.write(some, 0, came);
                if (out.size() > MOST_UNPACKED) {
                    throw new IOException("too much is packed into it");
                }
            }
            return new DicomBytes(file, out.toByteArray(), place);
        } catch (DataFormatException e) {
            throw new IOException("cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }

    long size() {
        return from == Long.MAX_VALUE ? file.size() : from + unpacked.length;
    }

    /// @throws EOFException when it ends before
    byte[] bytes(long place, long length) throws IOException {
        if (length < 0 || length > MOST_UNPACKED || place < 0 || place + length > size()) {
            throw new EOFException("ends too early");
        }
        byte[] bytes = new byte[(int) length];
        int came = 0;
        while (came < bytes.length) {
            int some = read(place + came, bytes, came, bytes.length - came);
            if (some <= 0) {
                throw new EOFException("ends too early");
            }
            came += some;
        }
        return bytes;
    }

    private int read(long place, byte[] into, int offset, int length) throws IOException {
        if (place >= from) {
            int start = (int) (place - from);
            int some = Math.min(length, unpacked.length - start);
            System.arraycopy(unpacked, start, into, offset, Math.max(0, some));
            return some;
        }
        return file.read(place, into, offset, length);
    }
}
