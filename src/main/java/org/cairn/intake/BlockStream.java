package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// What is unpacked block by block.
abstract class BlockStream extends InputStream {

    private byte[] block = new byte[0];
    private int place;
    private boolean ended;

    /// The next block, unpacked; nothing after the last.
    ///
    /// @throws IOException where the rest is missing or broken
    abstract Optional<byte[]> next() throws IOException;

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
        while (place == block.length && !ended) {
            Optional<byte[]> next = next();
            ended = next.isEmpty();
            block = next.orElse(new byte[0]);
            place = 0;
        }
        if (ended) {
            return -1;
        }
        int some = Math.min(length, block.length - place);
        System.arraycopy(block, place, into, offset, some);
        place += some;
        return some;
    }
}
