package org.cairn.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// What a passphrase becomes, and how long it would withstand guessing.
public final class Passphrases {

    private static final int KEY_LENGTH = 32;
    private static final int SHORTEST_SALT = 8;

    private Passphrases() {}

    /// The 32-byte key a passphrase stands for: Argon2id, version 1.3.
    ///
    /// Composed and decomposed letters, and spaces of all kinds, count as the same (RFC 8265, OpaqueString), so that
    /// another keyboard or system does not lock anybody out. The passphrase is left as it was: the caller wipes it.
    ///
    /// @param salt at least 8 bytes, 16 random ones by rights
    public static Secret stretch(char[] passphrase, byte[] salt, Argon2Cost cost) {
        if (salt.length < SHORTEST_SALT) {
            throw new IllegalArgumentException("a salt has at least 8 bytes");
        }
        byte[] encoded = encoded(passphrase);
        byte[] key = new byte[KEY_LENGTH];
        try {
            generator(salt, cost).generateBytes(encoded, key);
            return Secret.taking(key);
        } finally {
            Secret.wipe(encoded);
        }
    }

    /// How hard the passphrase would be to guess for somebody who knows how people choose them.
    public static Strength strength(char[] passphrase) {
        return StrengthEstimate.of(passphrase);
    }

    private static Argon2BytesGenerator generator(byte[] salt, Argon2Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        return generator;
    }

    private static byte[] encoded(char[] passphrase) {
        char[] spaced = passphrase.clone();
        try {
            for (int i = 0; i < spaced.length; i++) {
                if (Character.getType(spaced[i]) == Character.SPACE_SEPARATOR) {
                    spaced[i] = ' ';
                }
            }
            return utf8(composed(CharBuffer.wrap(spaced)));
        } finally {
            Arrays.fill(spaced, '\0');
        }
    }

    private static CharBuffer composed(CharBuffer characters) {
        // The normalizer can only answer with a String, which nobody can wipe: asked only where there is no other way.
        return Normalizer.isNormalized(characters, Normalizer.Form.NFC)
                ? characters
                : CharBuffer.wrap(Normalizer.normalize(characters, Normalizer.Form.NFC));
    }

    private static byte[] utf8(CharBuffer characters) {
        ByteBuffer buffer = StandardCharsets.UTF_8.encode(characters);
        try {
            byte[] exact = new byte[buffer.remaining()];
            buffer.get(exact);
            return exact;
        } finally {
            Secret.wipe(buffer.array());
        }
    }
}
