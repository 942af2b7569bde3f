package org.cairn.intake;

import java.io.IOException;
import java.io.OutputStream;

/// A part that unpacks to more than any honest one ends the writing.
final class Bounded extends OutputStream {

    private final OutputStream to;
    private long left;

    Bounded(OutputStream to, long most) {
        this.to = to;
        this.left = most;
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException("unpacks to more than there is room for");
        }
        to.write(bytes, from, length);
    }
}
