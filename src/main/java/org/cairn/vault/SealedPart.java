package org.cairn.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import org.cairn.crypto.ReadOnlyChannel;

/// The bytes of a file behind its header, counted from 0.
final class SealedPart extends ReadOnlyChannel {

    private final FileChannel file;

    SealedPart(FileChannel file) throws IOException {
        super(file);
        this.file = file;
        position(0);
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
}
