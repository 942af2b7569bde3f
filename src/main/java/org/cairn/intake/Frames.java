package org.cairn.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// How the program and a worker talk over a pipe: frames that begin with a byte saying what they are.
final class Frames {
    /// Worker: the media type follows, as soon as it is known.
    static final byte TYPE = 'T';
    /// A worker is there and waits for its first file: once, before everything else.
    static final byte READY = 'A';
    /// Worker: a passage follows.
    static final byte PASSAGE = 'P';
    /// Worker: a child follows, in pieces.
    static final byte CHILD = 'C';
    /// Worker: a password opened something, which one follows.
    static final byte OPENED = 'O';
    /// Worker: it started a program, whose number follows.
    static final byte STARTED = 'S';
    /// Worker: the file is done, its reading follows.
    static final byte READING = 'R';

    private static final int LONGEST_TEXT = 64 * 1024 * 1024;
    static final int PIECE = 64 * 1024;
    private static final int WHOLE = 0;
    private static final int BROKEN_OFF = -1;
    private static final int END = -1;
    private static final int FAILED = -2;

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
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// What became of bytes that were written in pieces.
    ///
    /// @param written how many
    /// @param whole whether the stream was read to its end
    /// @param tooMuch whether it went on beyond the limit
    record Sent(long written, boolean whole, boolean tooMuch) {}

    /// Writes bytes in pieces, up to a limit, and at the end whether that was all of them.
    ///
    /// A stream of a member that fails has broken off; what the pipe does is thrown.
    ///
    /// @param piece room for one piece, [#PIECE] long
    static Sent writeMember(DataOutputStream out, InputStream bytes, long limit, byte[] piece) throws IOException {
        long written = 0;
        while (true) {
            int some = next(bytes, piece);
            if (some < 0 || written + some > limit) {
                boolean whole = some == END;
                out.writeInt(whole ? WHOLE : BROKEN_OFF);
                return new Sent(written, whole, some > 0);
            }
            out.writeInt(some);
            out.write(piece, 0, some);
            written += some;
        }
    }

    private static int next(InputStream bytes, byte[] piece) {
        try {
            int some = bytes.readNBytes(piece, 0, piece.length);
            return some == 0 ? END : some;
        } catch (IOException | RuntimeException e) {
            return FAILED;
        }
    }

    /// Writes the first bytes of a file in pieces.
    static void writeFile(DataOutputStream out, InputStream bytes, long limit) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = limit;
        int some = bytes.read(piece, 0, (int) Math.min(piece.length, left));
        while (some > 0) {
            out.writeInt(some);
            out.write(piece, 0, some);
            left -= some;
            some = left > 0 ? bytes.read(piece, 0, (int) Math.min(piece.length, left)) : END;
        }
        out.writeInt(WHOLE);
    }

    /// The pieces as one stream; it must be drained before the next frame.
    static final class Pieces extends InputStream {

        private final DataInputStream in;
        private int left;
        private boolean ended;
        private boolean brokenOff;
        private boolean pipeBroke;

        Pieces(DataInputStream in) {
            this.in = in;
        }

        /// Whether what is sent here ended too early at its origin.
        boolean brokenOff() {
            return brokenOff;
        }

        /// Whether the other side went silent in the middle.
        boolean pipeBroke() {
            return pipeBroke;
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
            int some = more(into, offset, length);
            if (brokenOff) {
                throw new IOException("broken off");
            }
            return some;
        }

        private int more(byte[] into, int offset, int length) throws IOException {
            try {
                if (left == 0 && !ended) {
                    begin(in.readInt());
                }
                if (ended) {
                    return -1;
                }
                int some = Math.min(length, left);
                in.readFully(into, offset, some);
                left -= some;
                return some;
            } catch (IOException e) {
                pipeBroke = true;
                throw e;
            }
        }

        private void begin(int length) throws IOException {
            if (length < BROKEN_OFF || length > PIECE) {
                throw new IOException("no piece has this length");
            }
            ended = length <= 0;
            brokenOff = length == BROKEN_OFF;
            left = Math.max(length, 0);
        }

        void drain() throws IOException {
            byte[] unused = new byte[PIECE];
            int some = more(unused, 0, unused.length);
            while (some >= 0) {
                some = more(unused, 0, unused.length);
            }
        }
    }
}
