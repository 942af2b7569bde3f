package org.cairn.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// How the program and a worker talk over a pipe: frames that begin with a byte saying what they are.
final class Frames {
    /// Worker: a passage follows.
    static final byte PASSAGE = 'P';
    /// Worker: a child follows, in pieces.
    static final byte CHILD = 'C';
    /// Worker: the file is done, its reading follows.
    static final byte READING = 'R';

    private static final int LONGEST_TEXT = 64 * 1024 * 1024;
    private static final int PIECE = 64 * 1024;

    private Frames() {}

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("no frame has this length");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /// Writes bytes in pieces, up to a limit, and an empty piece at the end.
    ///
    /// @return how many were written
    static long writePieces(DataOutputStream out, InputStream bytes, long limit) throws IOException {
        byte[] piece = new byte[PIECE];
        long written = 0;
        int some = bytes.read(piece, 0, (int) Math.min(piece.length, limit));
        while (some > 0) {
            out.writeInt(some);
            out.write(piece, 0, some);
            written += some;
            some = limit > written ? bytes.read(piece, 0, (int) Math.min(piece.length, limit - written)) : -1;
        }
        out.writeInt(0);
        return written;
    }

    /// The pieces as one stream; it must be read to its end before the next frame.
    static final class Pieces extends InputStream {

        private final DataInputStream in;
        private int left;
        private boolean ended;

        Pieces(DataInputStream in) {
            this.in = in;
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
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left == 0;
                if (left < 0 || left > PIECE) {
                    throw new IOException("no piece has this length");
                }
            }
            if (ended) {
                return -1;
            }
            int some = Math.min(length, left);
            in.readFully(into, offset, some);
            left -= some;
            return some;
        }

        void drain() throws IOException {
            byte[] unused = new byte[PIECE];
            int some = read(unused, 0, unused.length);
            while (some >= 0) {
                some = read(unused, 0, unused.length);
            }
        }
    }
}
