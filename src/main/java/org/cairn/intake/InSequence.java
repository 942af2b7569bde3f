package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Unpacks what follows each other in one file, packed each by itself.
abstract class InSequence extends InputStream {

    /// The one that is unpacked now, begun where none is; nothing after the last.
    abstract Optional<InputStream> open() throws IOException;

    /// The one that was unpacked is at its end.
    abstract void end() throws IOException;

    /// Bytes that were unpacked, for whoever counts them.
    void unpacked(byte[] bytes, int offset, int count) {}

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        for (Optional<InputStream> open = open(); open.isPresent(); open = open()) {
            int some = open.get().read(into, offset, length);
            if (some > 0) {
                unpacked(into, offset, some);
                return some;
            }
            end();
        }
        return -1;
    }
}
