package org.cairn.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// A channel seen through another, for reading only: passes on whatever a subclass does not do in its own way.
public abstract class ReadOnlyChannel implements SeekableByteChannel {

    private final SeekableByteChannel behind;

    /// @param behind closed with this one
    protected ReadOnlyChannel(SeekableByteChannel behind) {
        this.behind = behind;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return behind.read(to);
    }

    @Override
    public long position() throws IOException {
        return behind.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        behind.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return behind.size();
    }

    @Override
    public final boolean isOpen() {
        return behind.isOpen();
    }

    @Override
    public final void close() throws IOException {
        behind.close();
    }

    @Override
    public final int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public final SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
