package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A tape archive (POSIX.1, ustar) whose heads say what its reader believes. Old programs gave a link the size of the
/// file that it leads to though no bytes follow it, and new ones wrote what belongs to a folder under the folder's
/// name: the reader would take the next head for bytes of a file, and lose all that follows.
final class TapeHeads extends InputStream {

    private static final int BLOCK = 512;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int SUM = 148;
    private static final int SUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int NAME_LENGTH = 100;

    /// Links, devices, folders and pipes.
    private static final String WITHOUT_BYTES = "123456";

    /// Kinds of entries that their reader knows.
    private static final String KNOWN = "\0" + "01234567LKSDMNVxgX";

    private final InputStream in;
    private byte[] block = new byte[0];
    private int next;
    private byte @Nullable [] ahead;
    private long left;
    private boolean lost;

    TapeHeads(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == block.length) {
            fill();
        }
        if (block.length == 0) {
            return -1;
        }
        int some = Math.min(length, block.length - next);
        System.arraycopy(block, next, into, offset, some);
        next += some;
        return some;
    }

    private byte[] take() throws IOException {
        if (ahead != null) {
            byte[] taken = ahead;
            ahead = null;
            return taken;
        }
        return in.readNBytes(BLOCK);
    }

    private void fill() throws IOException {
        next = 0;
        block = take();
        if (left > 0) {
            left -= block.length;
        } else if (!lost && block.length == BLOCK && !empty(block)) {
            head();
        }
    }

    private void head() throws IOException {
        if (!sound(block)) {
            // from here on nobody knows what is a head
            lost = true;
            return;
        }
        long size = size(block);
        char type = (char) (block[TYPE] & 0xFF);
        if (size > 0 && WITHOUT_BYTES.indexOf(type) >= 0) {
            ahead = in.readNBytes(BLOCK);
            if (ahead.length < BLOCK || empty(ahead) || sound(ahead)) {
                write(SIZE, "00000000000\0");
                size = 0;
            }
        }
        if (KNOWN.indexOf(type) < 0) {
            named();
        }
        left = (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /// What is no folder is not called like one.
    private void named() {
        int end = 0;
        while (end < NAME_LENGTH && block[end] != 0) {
            end++;
        }
        if (end > 1 && block[end - 1] == '/') {
            block[end - 1] = 0;
            write(SUM, String.format("%06o\0 ", sum(block)));
        }
    }

    private void write(int place, String digits) {
        byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, place, bytes.length);
        if (place != SUM) {
            write(SUM, String.format("%06o\0 ", sum(block)));
        }
    }

    private static boolean empty(byte[] block) {
        for (byte one : block) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean sound(byte[] block) {
        return number(block, SUM, SUM_LENGTH) == sum(block);
    }

    /// All bytes, with spaces where the sum itself stands.
    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < block.length; i++) {
            sum += i >= SUM && i < SUM + SUM_LENGTH ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }

    private static long size(byte[] block) {
        if ((block[SIZE] & 0x80) == 0) {
            return Math.max(0, number(block, SIZE, SIZE_LENGTH));
        }
        long size = 0;
        for (int i = SIZE + 4; i < SIZE + SIZE_LENGTH; i++) {
            size = size << 8 | block[i] & 0xFF;
        }
        return Math.max(0, size);
    }

    /// @return -1 where it is none
    private static long number(byte[] block, int place, int length) {
        String digits = new String(block, place, length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
