package org.cairn.crypto;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Remembers whether the sealed source itself failed, so that a failing disk is not taken for a broken seal.
final class SourceStream extends FilterInputStream {

    private @Nullable IOException failure;

    SourceStream(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// What a failure while unsealing really was.
    IOException explain() {
        return failure == null ? new SealBrokenException() : failure;
    }
}
