package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds where the next record of a broken capture begins.
final class WarcMark {

    private static final byte[] PLAIN = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
    /// Each record is packed by itself: a new one begins as a packed file does.
    private static final byte[] PACKED = {0x1F, (byte) 0x8B, 8};

    private final IncomingBytes bytes;

    WarcMark(IncomingBytes bytes) {
        this.bytes = bytes;
    }

    /// The next one after a place, or -1.
    long after(long place) throws IOException {
        byte[] mark = Arrays.equals(bytes.head(PACKED.length), PACKED) ? PACKED : PLAIN;
        try (InputStream in = new BufferedInputStream(bytes.open(place + 1, Long.MAX_VALUE), 1 << 16)) {
            long at = place + 1;
            int matched = 0;
            int letter = in.read();
            while (letter >= 0) {
                matched = (byte) letter == mark[matched] ? matched + 1 : (byte) letter == mark[0] ? 1 : 0;
                at++;
                if (matched == mark.length) {
                    return at - mark.length;
                }
                letter = in.read();
            }
            return -1;
        }
    }
}
