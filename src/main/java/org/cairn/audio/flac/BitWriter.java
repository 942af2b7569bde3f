package org.cairn.audio.flac;

import java.util.Arrays;

/// Bits into bytes, the highest first.
final class BitWriter {

    private byte[] bytes = new byte[16 * 1024];
    private int length;
    private long held;
    private int heldBits;

    /// @param count up to 32
    void write(int value, int count) {
        held = held << count | value & (1L << count) - 1;
        heldBits += count;
        while (heldBits >= Byte.SIZE) {
            heldBits -= Byte.SIZE;
            put((int) (held >>> heldBits));
        }
    }

    /// So many zeros, and a one.
    void writeUnary(int zeros) {
        int left = zeros;
        while (left >= Integer.SIZE) {
            write(0, Integer.SIZE - 1);
            left -= Integer.SIZE - 1;
        }
        write(1, left + 1);
    }

    /// Fills the last byte with zeros.
    void align() {
        if (heldBits > 0) {
            write(0, Byte.SIZE - heldBits);
        }
    }

    /// How many whole bytes there are.
    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }
}
