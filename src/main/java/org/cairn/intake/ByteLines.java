package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;

/// Lines by where they begin, byte by byte; of each only so much is held as tells what it is.
final class ByteLines {

    private static final int LOOKED = 200;

    private final InputStream in;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private long start;
    private long end;
    private boolean cut;

    ByteLines(InputStream in) {
        this(in, LOOKED);
    }

    /// @param longest so much of a line is held
    ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
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

    /// Whether more was in the line than is held.
    boolean isCut() {
        return cut;
    }

    boolean next() throws IOException {
        start = end;
        line.setLength(0);
        cut = false;
        int letter = in.read();
        while (letter >= 0) {
            end++;
            if (letter == '\n') {
                return true;
            }
            if (letter != '\r') {
                hold((char) letter);
            }
            letter = in.read();
        }
        return end > start;
    }

    private void hold(char letter) {
        if (line.length() < longest) {
            line.append(letter);
        } else {
            cut = true;
        }
    }
}
