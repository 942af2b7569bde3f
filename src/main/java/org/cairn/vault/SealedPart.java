package org.cairn.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import org.cairn.crypto.ReadOnlyChannel;

/// The bytes of a file behind its header, counted from 0.
final class SealedPart extends ReadOnlyChannel {

    private final FileChannel file;
    private final int header;

    SealedPart(FileChannel file) throws IOException {
        this(file, SealedHeader.LENGTH);
    }

    /// @param header so many bytes come before
    SealedPart(FileChannel file, int header) throws IOException {
        super(file);
        this.file = file;
        this.header = header;
        position(0);
    }

    @Override
    public long position() throws IOException {
        return file.position() - header;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IllegalArgumentException("a position is 0 or more");
        }
        file.position(newPosition + header);
        return this;
    }

    @Override
    public long size() throws IOException {
        return Math.max(0, file.size() - header);
    }
}
