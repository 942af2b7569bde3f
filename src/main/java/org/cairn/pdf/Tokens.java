package org.cairn.pdf;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.io.RandomAccessRead;

/// The words of a file one after another: numbers, names with their stroke, and what else stands between blanks and
/// brackets. Of a word that is longer than any that means something, the beginning.
final class Tokens {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST = 24;

    private final RandomAccessRead bytes;
    private final byte[] piece = new byte[PIECE];
    private final StringBuilder word = new StringBuilder(LONGEST);
    private long start;
    private int filled;
    private int at;
    private long begins;

    Tokens(RandomAccessRead bytes) {
        this.bytes = bytes;
    }

    /// @return whether there was one more
    boolean next() throws IOException {
        word.setLength(0);
        int one = read();
        while (one >= 0 && isBreak(one)) {
            one = read();
        }
        begins = ends() - 1;
        while (one >= 0 && !isBreak(one) && (one != '/' || word.isEmpty())) {
            if (word.length() < LONGEST) {
                word.append((char) one);
            }
            one = read();
        }
        at -= one >= 0 ? 1 : 0;
        return !word.isEmpty();
    }

    String word() {
        return word.toString();
    }

    /// Where the word begins.
    long begins() {
        return begins;
    }

    /// Where what follows the word begins.
    long ends() {
        return start + at;
    }

    /// Goes on behind so many bytes after the end of the line, if that is where these words are.
    ///
    /// @return whether it is
    boolean leap(long length, byte[] words) throws IOException {
        long back = ends();
        int one = read();
        if (one == '\r') {
            one = read();
        }
        long target = ends() + length;
        byte[] there = new byte[words.length + 2];
        go(target);
        int came = 0;
        for (int next = read(); next >= 0 && came < there.length; next = read()) {
            there[came++] = (byte) next;
        }
        boolean found = false;
        for (int skipped = 0; skipped + words.length <= came && !found; skipped++) {
            found = Arrays.equals(there, skipped, skipped + words.length, words, 0, words.length);
        }
        go(found ? target : back);
        return found;
    }

    private void go(long to) {
        if (to >= start && to <= start + filled) {
            at = (int) (to - start);
        } else {
            start = to;
            filled = 0;
            at = 0;
        }
    }

    private int read() throws IOException {
        if (at == filled && !fill()) {
            return -1;
        }
        return piece[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        start += filled;
        at = 0;
        filled = 0;
        if (start >= bytes.length()) {
            return false;
        }
        Stopped.check();
        bytes.seek(start);
        filled = Math.max(0, bytes.read(piece, 0, PIECE));
        return filled > 0;
    }

    private static boolean isBreak(int one) {
        return one <= ' ' || "()<>[]{}%".indexOf(one) >= 0;
    }
}
