package org.cairn.vault;

import java.nio.ByteBuffer;
import org.cairn.crypto.Sealing;

/// What stands before a sealed piece of a spool.
///
/// @param flag 1 where it is the last, 0 where others follow
/// @param length how long it says that it is
record PieceHead(byte flag, int length) {

    /// No piece is longer: a length that says so is damage.
    private static final int LONGEST = 1 << 26;

    static PieceHead of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes), 0);
    }

    static PieceHead of(ByteBuffer bytes, int at) {
        return new PieceHead(bytes.get(at), bytes.getInt(at + 1));
    }

    boolean last() {
        return flag == 1;
    }

    /// Whether any piece could be so long.
    boolean possible() {
        return length >= Sealing.OVERHEAD && length <= LONGEST;
    }

    /// Whether it could have been written.
    boolean likely() {
        return possible() && (flag == 0 || flag == 1);
    }
}
