package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// What a signature covers of a file: all but the room that it lies in itself.
final class Covered extends InputStream {

    private final FileChannel file;
    private final long from;
    private final long to;
    private long position;

    /// @param from where the room begins, with its bracket
    /// @param to where it is over
    Covered(FileChannel file, long from, long to) {
        this.file = file;
        this.from = from;
        this.to = to;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position == from) {
            position = to;
        }
        int wanted = position < from ? (int) Math.min(length, from - position) : length;
        int read = file.read(ByteBuffer.wrap(into, offset, wanted), position);
        position += Math.max(0, read);
        return read;
    }
}
