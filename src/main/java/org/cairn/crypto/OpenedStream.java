package org.cairn.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The plain side of a sealed stream, which names a broken seal as such and stays failed once it failed.
final class OpenedStream extends InputStream {

    private final InputStream plain;
    private final SourceStream source;
    private @Nullable IOException failure;

    OpenedStream(InputStream plain, SourceStream source) {
        this.plain = plain;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return plain.read(bytes, offset, length);
        } catch (IOException e) {
            failure = source.explain();
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        // Closing Tink's stream may read on to the end; the source alone is what holds a resource.
        source.close();
    }
}
