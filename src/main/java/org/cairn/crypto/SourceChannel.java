package org.cairn.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/// Remembers whether the sealed source itself failed, so that a failing disk is not taken for a broken seal.
final class SourceChannel extends ReadOnlyChannel {

    private final SeekableByteChannel source;
    private @Nullable IOException failure;

    SourceChannel(SeekableByteChannel source) {
        super(source);
        this.source = source;
    }

    /// What a failure while unsealing really was.
    IOException explain() {
        return failure == null ? new SealBrokenException() : failure;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return remembering(() -> source.read(to));
    }

    @Override
    public long position() throws IOException {
        return remembering(source::position);
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        remembering(() -> source.position(newPosition));
        return this;
    }

    @Override
    public long size() throws IOException {
        return remembering(source::size);
    }

    private <T> T remembering(Access<T> access) throws IOException {
        try {
            T result = access.run();
            failure = null;
            return result;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @FunctionalInterface
    private interface Access<T> {
        T run() throws IOException;
    }
}
