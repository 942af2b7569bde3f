package org.cairn.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How one part of an OpenDocument file is locked, as its list of parts says it.
///
/// @param algorithm how it is encrypted
/// @param vector with which that begins
/// @param derivation how the key is made of the password's hash
/// @param salt for that
/// @param rounds of that
/// @param keySize in bytes
/// @param start the hash of the password
/// @param sum the hash of the beginning of what it was
/// @param expected that hash
record OpenDocumentKey(
        String algorithm,
        byte[] vector,
        String derivation,
        byte[] salt,
        int rounds,
        int keySize,
        String start,
        String sum,
        byte[] expected) {

    private static final int SUMMED = 1024;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int LARGEST_KEY = 64;

    /// The part as it was before; nothing where the password is another.
    Optional<byte[]> open(byte[] locked, String password) throws IOException, GeneralSecurityException {
        boolean aes = algorithm.endsWith("#aes256-cbc") || algorithm.endsWith("#aes128-cbc");
        if (!aes && !algorithm.contains("Blowfish")
                || !derivation.contains("PBKDF2") && !derivation.endsWith("#pbkdf2")) {
            throw new IOException("unsupported lock");
        }
        if (rounds < 1 || rounds > MOST_ROUNDS || keySize < 1 || keySize > LARGEST_KEY) {
            throw new IOException("no such lock");
        }
        Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "Blowfish/CFB/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key(password), aes ? "AES" : "Blowfish"),
                new IvParameterSpec(vector));
        byte[] plain = cipher.doFinal(locked);
        byte[] part = aes ? withoutPadding(plain) : plain;
        return summed(part) ? Optional.of(part) : Optional.empty();
    }

    /// The last byte says how many were filled up; with the wrong password it says anything.
    private static byte[] withoutPadding(byte[] plain) {
        int filled = plain.length == 0 ? 0 : plain[plain.length - 1] & 0xFF;
        return filled > 16 || filled > plain.length ? plain : Arrays.copyOf(plain, plain.length - filled);
    }

    private boolean summed(byte[] part) throws GeneralSecurityException {
        byte[] head =
                sum.toLowerCase(Locale.ROOT).contains("1k") ? Arrays.copyOf(part, Math.min(part.length, SUMMED)) : part;
        return MessageDigest.isEqual(hash(sum).digest(head), expected);
    }

    private static MessageDigest hash(String named) throws GeneralSecurityException {
        return MessageDigest.getInstance(named.toLowerCase(Locale.ROOT).contains("sha256") ? "SHA-256" : "SHA-1");
    }

    /// PBKDF2 with HMAC-SHA-1 (RFC 8018, 5.2) of bytes: the one of the JDK takes letters only.
    private byte[] key(String password) throws GeneralSecurityException {
        byte[] secret = hash(start).digest(password.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] key = new byte[keySize];
        int made = 0;
        for (int block = 1; made < keySize; block++) {
            mac.update(salt);
            byte[] round = mac.doFinal(ByteBuffer.allocate(4).putInt(block).array());
            byte[] all = round.clone();
            for (int i = 1; i < rounds; i++) {
                round = mac.doFinal(round);
                for (int k = 0; k < all.length; k++) {
                    all[k] ^= round[k];
                }
            }
            int some = Math.min(all.length, keySize - made);
            System.arraycopy(all, 0, key, made, some);
            made += some;
        }
        return key;
    }

    @Override
    public String toString() {
        return "OpenDocumentKey";
    }
}
