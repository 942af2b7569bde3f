package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.cairn.domain.Fingerprint;

/// A signed file as it would be with other bytes in the room of its signature.
///
/// @param opening where the room begins, with its bracket
/// @param room how many bytes find room
/// @param contents what would be in it
record Filled(Path pdf, long opening, int room, byte[] contents) {

    private static final int PART = 1 << 16;

    Fingerprint hash() throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ);
                InputStream in = Channels.newInputStream(file)) {
            take(in, opening + 1, digest);
            digest.update(HexFormat.of()
                    .withUpperCase()
                    .formatHex(Arrays.copyOf(contents, room))
                    .getBytes(StandardCharsets.US_ASCII));
            file.position(opening + 1 + 2L * room);
            take(in, Long.MAX_VALUE, digest);
        }
        return Fingerprint.ofDigest(digest.digest());
    }

    private static void take(InputStream in, long most, MessageDigest digest) throws IOException {
        byte[] part = new byte[PART];
        long left = most;
        int read = in.read(part, 0, (int) Math.min(PART, left));
        while (read > 0) {
            digest.update(ByteBuffer.wrap(part, 0, read));
            left -= read;
            read = in.read(part, 0, (int) Math.min(PART, left));
        }
    }

    @Override
    public String toString() {
        return "Filled";
    }
}
