package org.cairn.bundle.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The strings, names and other pieces in what is written in the manner of PDF: objects, contents of pages, maps of
/// letters. Nothing in it can be wrong: what makes no sense is a piece like others.
final class Syntax {

    private final byte[] data;
    private final int length;
    private final Pieces to;
    private int at;

    /// Takes the pieces.
    interface Pieces {
        /// A string, its escapes undone.
        void string(byte[] bytes);

        /// A string that was written in hexadecimal digits.
        void hexadecimal(byte[] bytes);

        /// A name without its slash, its escapes undone.
        void name(String name);

        /// Anything else up to the next blank: numbers, operators, words of a remark.
        void other(String text);
    }

    private Syntax(byte[] data, int length, Pieces to) {
        this.data = data;
        this.length = length;
        this.to = to;
    }

    static void read(byte[] data, int length, Pieces to) {
        new Syntax(data, length, to).all();
    }

    private void all() {
        while (at < length) {
            int c = data[at] & 255;
            switch (c) {
                case '(' -> string();
                case '<' -> hexadecimal();
                case '/' -> name();
                case ' ', '\t', '\r', '\n', '\f', 0, '>', '[', ']', '{', '}', ')' -> at++;
                default -> other();
            }
        }
    }

    private void string() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int depth = 1;
        at++;
        while (at < length) {
            int c = data[at++] & 255;
            if (c == '\\') {
                escaped(bytes);
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            bytes.write(c);
        }
        to.string(bytes.toByteArray());
    }

    private void escaped(ByteArrayOutputStream bytes) {
        int c = at < length ? data[at++] & 255 : ' ';
        switch (c) {
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'b', 'f' -> bytes.write(' ');
            case '\r' -> at += at < length && data[at] == '\n' ? 1 : 0;
            case '\n' -> {
                // the string goes on in the next line
            }
            default -> {
                if (c < '0' || c > '7') {
                    bytes.write(c);
                    return;
                }
                int value = c - '0';
                for (int i = 0; i < 2 && at < length && data[at] >= '0' && data[at] <= '7'; i++) {
                    value = value * 8 + data[at++] - '0';
                }
                bytes.write(value);
            }
        }
    }

    private void hexadecimal() {
        at++;
        int start = at;
        while (at < length && data[at] != '>' && (Character.digit(data[at], 16) >= 0 || data[at] <= ' ')) {
            at++;
        }
        if (at >= length || data[at] != '>') {
            at = start; // the beginning of a dictionary, or no string at all
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int high = -1;
        for (int i = start; i < at; i++) {
            int digit = Character.digit(data[i], 16);
            if (digit >= 0) {
                high = high < 0 ? digit : written(bytes, high, digit);
            }
        }
        if (high >= 0) {
            written(bytes, high, 0);
        }
        to.hexadecimal(bytes.toByteArray());
    }

    private static int written(ByteArrayOutputStream bytes, int high, int low) {
        bytes.write(high << 4 | low);
        return -1;
    }

    private void name() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        at++;
        while (at < length && !ends(data[at])) {
            if (data[at] == '#'
                    && at + 2 < length
                    && Character.digit(data[at + 1], 16) >= 0
                    && Character.digit(data[at + 2], 16) >= 0) {
                bytes.write(Character.digit(data[at + 1], 16) << 4 | Character.digit(data[at + 2], 16));
                at += 3;
            } else {
                bytes.write(data[at++]);
            }
        }
        to.name(ByteWords.decoded(bytes.toByteArray(), bytes.size()));
    }

    private void other() {
        int start = at;
        while (at < length && !ends(data[at])) {
            at++;
        }
        at = Math.max(at, start + 1);
        to.other(new String(data, start, at - start, StandardCharsets.ISO_8859_1));
    }

    private static boolean ends(byte c) {
        return c >= 0 && c <= ' ' || "()<>[]{}/".indexOf(c) >= 0;
    }
}
