package org.cairn.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The classic encryption of zip archives (APPNOTE 6.1), undone while it is read. It was broken long ago and is still
/// what most programs write.
final class ZipCipher extends FilterInputStream {

    private static final int HEAD = 12;

    private static final int[] TABLE = table();

    private int first = 0x12345678;
    private int second = 0x23456789;
    private int third = 0x34567890;

    private ZipCipher(InputStream raw, String password) {
        super(raw);
        for (byte letter : password.getBytes(StandardCharsets.UTF_8)) {
            turn(letter);
        }
    }

    /// Opens a member's raw bytes.
    ///
    /// @param check the last byte that the twelve before the content must come to
    /// @throws WrongPassword when they do not; of 256 wrong passwords one passes all the same
    static InputStream open(InputStream raw, String password, int check) throws IOException {
        ZipCipher cipher = new ZipCipher(raw, password);
        byte[] head = cipher.readNBytes(HEAD);
        if (head.length < HEAD || (head[HEAD - 1] & 0xFF) != check) {
            throw new WrongPassword();
        }
        return cipher;
    }

    private void turn(byte plain) {
        first = crc(first, plain);
        second = (second + (first & 0xFF)) * 134775813 + 1;
        third = crc(third, (byte) (second >>> 24));
    }

    private static int crc(int before, byte next) {
        return (before >>> 8) ^ TABLE[(before ^ next) & 0xFF];
    }

    /// What a cyclic redundancy check makes of each single byte, without the turning over at both ends.
    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ 0xEDB88320;
            }
            table[i] = value;
        }
        return table;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int some = in.read(into, offset, length);
        for (int i = offset; i < offset + some; i++) {
            int mask = (third & 0xFFFF) | 2;
            byte plain = (byte) (into[i] ^ ((mask * (mask ^ 1)) >>> 8));
            turn(plain);
            into[i] = plain;
        }
        return some;
    }
}
