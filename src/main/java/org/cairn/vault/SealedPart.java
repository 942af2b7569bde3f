package org.cairn.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// The bytes of a file behind its header, counted from 0.
final class SealedPart implements SeekableByteChannel {

    private final FileChannel file;

    SealedPart(FileChannel file) throws IOException {
        this.file = file;
        position(0);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return file.read(to);
    }

    @Override
    public long position() throws IOException {
        return file.position() - SealedHeader.LENGTH;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IllegalArgumentException("a position is 0 or more");
        }
        file.position(newPosition + SealedHeader.LENGTH);
        return this;
    }

    @Override
    public long size() throws IOException {
        return Math.max(0, file.size() - SealedHeader.LENGTH);
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
