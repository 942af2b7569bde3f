package org.cairn.bundle.insert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/// Whether a PDF that cannot be opened says that it is encrypted: with a certificate, say, instead of a password.
final class Locked {

    private static final int PART = 64 << 10;
    private static final String WORD = "/Encrypt";

    private Locked() {}

    /// Looks where trailers are: at the end, and at the start of files made for the web.
    static boolean isLocked(Bytes bytes) throws IOException {
        try (SeekableByteChannel channel = bytes.open()) {
            return part(channel, Math.max(0, channel.size() - PART)).contains(WORD)
                    || part(channel, 0).contains(WORD);
        }
    }

    private static String part(SeekableByteChannel channel, long start) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(PART);
        channel.position(start);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // a channel may give less than it was asked for
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
}
