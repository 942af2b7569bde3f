package org.cairn.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.cairn.crypto.Secret;

/// The first bytes of a spool, and what binds its pieces to it: format word and random id.
final class SpoolMark {

    static final int ID_LENGTH = 16;

    /// Before each sealed piece: whether it is the last, and how long it is.
    static final int LENGTH_BYTES = 1 + Integer.BYTES;

    private static final byte[] FORMAT = "CAIRNSP1".getBytes(StandardCharsets.US_ASCII);

    static final int LENGTH = FORMAT.length + ID_LENGTH;

    private final byte[] id;

    SpoolMark(byte[] id) {
        this.id = id.clone();
    }

    static Optional<SpoolMark> read(byte[] first) {
        boolean ours = first.length == LENGTH && Arrays.equals(FORMAT, Arrays.copyOf(first, FORMAT.length));
        return ours ? Optional.of(new SpoolMark(Arrays.copyOfRange(first, FORMAT.length, LENGTH))) : Optional.empty();
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).put(FORMAT).put(id).array();
    }

    /// The key of this file alone.
    Secret key(Secret of) {
        return of.derive("spool " + HexFormat.of().formatHex(id));
    }

    /// What a piece is sealed in the context of.
    byte[] context(long place, boolean last) {
        return ByteBuffer.allocate(LENGTH + Long.BYTES + 1)
                .put(bytes())
                .putLong(place)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
