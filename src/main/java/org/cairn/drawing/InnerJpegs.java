package org.cairn.drawing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Finds the JPEGs that lie somewhere in a file: where one begins, and what its head says of its size (ITU T.81, B.1).
final class InnerJpegs {

    /// A file of a camera beyond this is looked through no further.
    private static final long LOOKED_THROUGH = 512L << 20;

    private static final int LARGEST = 32 << 20;
    private static final int MOST_MARKERS = 200;
    private static final int MOST_LOOKED_AT = 2_000;

    private static final int SCAN = 0xda;
    private static final int FIRST_FRAME = 0xc0;
    /// Baseline, extended and progressive: the others hold what a sensor saw, and no picture.
    private static final int LAST_DRAWN = 0xc2;
    private static final int LAST_FRAME = 0xcf;

    private final PipedBytes bytes;

    InnerJpegs(PipedBytes bytes) {
        this.bytes = bytes;
    }

    Optional<byte[]> largest() throws IOException {
        long best = -1;
        long most = 0;
        byte[] piece = new byte[1 << 16];
        int looked = 0;
        int before = 0;
        long end = Math.min(bytes.size(), LOOKED_THROUGH);
        for (long at = 0; at < end && looked < MOST_LOOKED_AT; ) {
            int some = bytes.read(at, piece, 0, piece.length);
            if (some <= 0) {
                break;
            }
            for (int i = 0; i < some; i++) {
                before = (before << 8 | piece[i] & 0xff) & 0xffffff;
                if (before == 0xffd8ff) {
                    looked++;
                    long dots = dots(at + i - 2);
                    if (dots > most) {
                        most = dots;
                        best = at + i - 2;
                    }
                }
            }
            at += some;
        }
        return best < 0 ? Optional.empty() : Optional.of(from(best));
    }

    /// How many dots the JPEG has that begins there; 0 where none does, or none that is drawn.
    private long dots(long start) throws IOException {
        long at = start + 2;
        for (int i = 0; i < MOST_MARKERS; i++) {
            byte[] head = read(at, 9);
            if (head.length < 9 || (head[0] & 0xff) != 0xff) {
                return 0;
            }
            int marker = head[1] & 0xff;
            int length = (head[2] & 0xff) << 8 | head[3] & 0xff;
            boolean table = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
            if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !table) {
                long height = (head[5] & 0xff) << 8 | head[6] & 0xff;
                long width = (head[7] & 0xff) << 8 | head[8] & 0xff;
                return marker <= LAST_DRAWN && head[4] == 8 ? width * height : 0;
            }
            if (marker == SCAN || marker < FIRST_FRAME || length < 2) {
                return 0;
            }
            at += 2 + length;
        }
        return 0;
    }

    /// Whatever comes after its end is let be by who reads it.
    private byte[] from(long start) throws IOException {
        return read(start, (int) Math.min(LARGEST, bytes.size() - start));
    }

    private byte[] read(long start, int length) throws IOException {
        byte[] read = new byte[length];
        int came = 0;
        int some = bytes.read(start, read, 0, length);
        while (some > 0) {
            came += some;
            some = bytes.read(start + came, read, came, length - came);
        }
        return came == length ? read : Arrays.copyOf(read, came);
    }
}
