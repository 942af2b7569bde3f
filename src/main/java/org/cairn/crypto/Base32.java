package org.cairn.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes as letters and digits that survive handwriting: Crockford's alphabet, which has no I, L, O and U.
///
/// Five bytes are eight characters; nothing is padded.
final class Base32 {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    private Base32() {}

    /// @param bytes a multiple of five
    static String letters(byte[] bytes) {
        StringBuilder letters = new StringBuilder(bytes.length * Byte.SIZE / BITS);
        int held = 0;
        int count = 0;
        for (byte next : bytes) {
            held = (held << Byte.SIZE | (next & 0xFF)) & 0xFFFF;
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                letters.append(ALPHABET.charAt(held >> count & 0x1F));
            }
        }
        return letters.toString();
    }

    /// The five bits of a character, also of the ones it is mistaken for; -1 for any other.
    static int value(char letter) {
        char upper = Character.toUpperCase(letter);
        return switch (upper) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(upper);
        };
    }

    /// The bytes of letters; null when one of them is none of ours.
    ///
    /// @param letters a multiple of eight
    static byte @Nullable [] bytes(CharSequence letters) {
        byte[] bytes = new byte[letters.length() * BITS / Byte.SIZE];
        int held = 0;
        int count = 0;
        int at = 0;
        for (int i = 0; i < letters.length(); i++) {
            int value = value(letters.charAt(i));
            if (value < 0) {
                Arrays.fill(bytes, (byte) 0);
                return null;
            }
            held = (held << BITS | value) & 0xFFFF;
            count += BITS;
            if (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                bytes[at++] = (byte) (held >> count);
            }
        }
        return bytes;
    }
}
