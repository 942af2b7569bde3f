package org.cairn.bundle.insert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.pdfbox.io.RandomAccess;

/// Reads bytes that were set aside in scratch, beside others that do the same at other places; any number may at once.
public final class ScratchChannel implements SeekableByteChannel {

    private final RandomAccess bytes;
    private final long size;
    private long position;
    private boolean open = true;

    /// @param bytes set aside, and not written any more
    public ScratchChannel(RandomAccess bytes) {
        this.bytes = bytes;
        try {
            this.size = bytes.length();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        byte[] some = new byte[into.remaining()];
        int count;
        synchronized (bytes) {
            if (position >= size) {
                return -1;
            }
            bytes.seek(position);
            count = bytes.read(some, 0, some.length);
        }
        if (count > 0) {
            into.put(some, 0, count);
            position += count;
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
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
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false; // the bytes are whoever's set them aside
    }
}
