package org.cairn.intake;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/// Letters that a data file writes as `\u0441` (RFC 8259, 7), as the letters that they are, and a line that ends in the
/// middle of a value as one that ends: nobody would find the word otherwise.
final class Unescaping extends Reader {

    private static final int DIGITS = 4;

    private final PushbackReader in;

    Unescaping(Reader in) {
        this.in = new PushbackReader(in, DIGITS + 2);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int some = 0;
        int sign = length == 0 ? -1 : read();
        while (sign >= 0) {
            into[offset + some] = (char) sign;
            some++;
            sign = some < length ? read() : -1;
        }
        return some == 0 && length > 0 ? -1 : some;
    }

    @Override
    public int read() throws IOException {
        int sign = in.read();
        if (sign != '\\') {
            return sign;
        }
        int which = in.read();
        return switch (which) {
            case 'n', 'r' -> '\n';
            case 't' -> '\t';
            case '"', '\\', '/' -> which;
            case 'u' -> letter();
            case -1 -> sign;
            default -> {
                in.unread(which);
                yield sign;
            }
        };
    }

    private int letter() throws IOException {
        char[] digits = new char[DIGITS];
        int came = 0;
        int digit = in.read();
        while (came < DIGITS && Character.digit(digit, 16) >= 0) {
            digits[came] = (char) digit;
            came++;
            digit = came < DIGITS ? in.read() : -1;
        }
        if (came == DIGITS) {
            return Integer.parseInt(new String(digits), 16);
        }
        if (digit >= 0) {
            in.unread(digit);
        }
        in.unread(digits, 0, came);
        in.unread('u');
        return '\\';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
