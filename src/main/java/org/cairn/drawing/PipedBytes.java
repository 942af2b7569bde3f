package org.cairn.drawing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The file in hand, seen from the drawing process: pieces are asked for as they are needed, the last ones kept.
final class PipedBytes {

    private static final int MOST_PIECES = 192;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final long size;
    private final Map<Long, byte[]> pieces = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > MOST_PIECES;
        }
    };

    PipedBytes(DataInputStream in, DataOutputStream out, long size) {
        this.in = in;
        this.out = out;
        this.size = size;
    }

    long size() {
        return size;
    }

    /// Reads what one piece holds of that.
    ///
    /// @return how many bytes; -1 at the end
    int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position >= size || length == 0) {
            return position >= size ? -1 : 0;
        }
        long number = position / Talk.PIECE;
        byte[] piece = piece(number);
        int start = (int) (position - number * Talk.PIECE);
        int some = Math.min(length, piece.length - start);
        if (some <= 0) {
            return -1; // shorter than it was said to be
        }
        System.arraycopy(piece, start, into, offset, some);
        return some;
    }

    /// Its first bytes, or all where there are fewer.
    byte[] first(int most) throws IOException {
        byte[] first = new byte[(int) Math.min(most, size)];
        int came = 0;
        int some = read(0, first, 0, first.length);
        while (some > 0) {
            came += some;
            some = read(came, first, came, first.length - came);
        }
        return Arrays.copyOf(first, came);
    }

    private byte[] piece(long number) throws IOException {
        byte[] known = pieces.get(number);
        if (known != null) {
            return known;
        }
        out.writeByte(Talk.NEEDS);
        out.writeLong(number * Talk.PIECE);
        out.writeInt(Talk.PIECE);
        out.flush();
        byte[] piece = new byte[Talk.length(in, Talk.PIECE)];
        in.readFully(piece);
        pieces.put(number, piece);
        return piece;
    }
}
