package org.cairn.audio.flac;

/// The two checksums of a FLAC frame: CRC-8 of its header (x⁸+x²+x+1), CRC-16 of all of it (x¹⁶+x¹⁵+x²+1).
final class Checksums {

    private static final int[] EIGHT = table(0x07, Byte.SIZE);
    private static final int[] SIXTEEN = table(0x8005, Short.SIZE);

    private Checksums() {}

    static int eight(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = eight(crc, bytes[i]);
        }
        return crc;
    }

    static int eight(int crc, int next) {
        return EIGHT[crc ^ next & 0xff];
    }

    static int sixteen(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = sixteen(crc, bytes[i]);
        }
        return crc;
    }

    static int sixteen(int crc, int next) {
        return (crc << Byte.SIZE ^ SIXTEEN[crc >>> Byte.SIZE ^ next & 0xff]) & 0xffff;
    }

    private static int[] table(int polynomial, int width) {
        int[] table = new int[256];
        int top = 1 << width - 1;
        for (int i = 0; i < table.length; i++) {
            int crc = i << width - Byte.SIZE;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & top) == 0 ? crc << 1 : crc << 1 ^ polynomial;
            }
            table[i] = crc & (1 << width) - 1;
        }
        return table;
    }
}
