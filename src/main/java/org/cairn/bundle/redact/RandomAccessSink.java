package org.cairn.bundle.redact;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.RandomAccess;

/// Writes to the end of bytes set aside; closing it leaves them.
final class RandomAccessSink extends OutputStream {

    private final RandomAccess bytes;

    RandomAccessSink(RandomAccess bytes) {
        this.bytes = bytes;
    }

    @Override
    public void write(int one) throws IOException {
        bytes.write(one);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        bytes.write(some, offset, length);
    }
}
