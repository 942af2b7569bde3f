package org.cairn.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// The file in hand as a channel.
final class PipedChannel implements SeekableByteChannel {

    private final PipedBytes bytes;
    private long position;
    private boolean closed;

    PipedChannel(PipedBytes bytes) {
        this.bytes = bytes;
    }

    /// All of it from its beginning.
    static InputStream stream(PipedBytes bytes) {
        return Channels.newInputStream(new PipedChannel(bytes));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        byte[] some = new byte[Math.min(into.remaining(), Talk.PIECE)];
        int came = bytes.read(position, some, 0, some.length);
        if (came > 0) {
            into.put(some, 0, came);
            position += came;
        }
        return came;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
