package org.cairn.drawing;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/// The file in hand as the JDK's picture readers read it.
final class PipedPicture extends ImageInputStreamImpl {

    private final PipedBytes bytes;

    PipedPicture(PipedBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int some = bytes.read(streamPos, into, offset, length);
        streamPos += Math.max(0, some);
        return some;
    }

    @Override
    public long length() {
        return bytes.size();
    }
}
