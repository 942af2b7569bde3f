package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;

/// Lines by where they begin, byte by byte; of each only so much is held as tells what it is.
final class ByteLines {

    private static final int LOOKED = 200;

    private final InputStream in;
    private final StringBuilder line = new StringBuilder();
    private long start;
    private long end;

    ByteLines(InputStream in) {
        this.in = in;
    }

    long start() {
        return start;
    }

    /// Where the line ends that was read last.
    long end() {
        return end;
    }

    String line() {
        return line.toString();
    }

    boolean next() throws IOException {
        start = end;
        line.setLength(0);
        int letter = in.read();
        while (letter >= 0) {
            end++;
            if (letter == '\n') {
                return true;
            }
            if (letter != '\r' && line.length() < LOOKED) {
                line.append((char) letter);
            }
            letter = in.read();
        }
        return end > start;
    }
}
