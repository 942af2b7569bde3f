package org.cairn.intake;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How one part of an OpenDocument file is locked, as its list of parts says it.
///
/// @param algorithm how it is encrypted
/// @param vector with which that begins
/// @param derivation how the key is made of the password
/// @param sum the hash of the beginning of what it was; of what carries a seal there is none
/// @param expected that hash
record OpenDocumentKey(
        String algorithm, byte[] vector, OpenDocumentDerivation derivation, String sum, byte[] expected) {

    /// The seal at the end of what AES-GCM locked, in bytes (XML Encryption 1.1, 5.2.4).
    static final int SEAL = 16;

    private static final int SUMMED = 1024;

    /// The part as it was packed before; nothing where the password is another.
    Optional<byte[]> open(byte[] locked, String password) throws IOException, GeneralSecurityException {
        boolean aes = aes("cbc");
        if (!aes && !sealed() && !algorithm.toLowerCase(Locale.ROOT).contains("blowfish")) {
            throw new IOException("unsupported lock");
        }
        byte[] key = derivation.key(password);
        if (sealed()) {
            return unsealed(locked, key);
        }
        Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "Blowfish/CFB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, aes ? "AES" : "Blowfish"), new IvParameterSpec(vector));
        byte[] plain = cipher.doFinal(locked);
        byte[] part = aes ? withoutPadding(plain) : plain;
        return summed(part) ? Optional.of(part) : Optional.empty();
    }

    /// Whether it is locked with AES-GCM, whose seal tells the right password.
    boolean sealed() {
        return aes("gcm");
    }

    private boolean aes(String mode) {
        return algorithm.matches(".*#aes(?:128|192|256)-" + mode);
    }

    /// How many bytes begin what is sealed: the vector once more.
    static int repeated(byte[] vector, byte[] begin) {
        int differs = Arrays.mismatch(vector, begin);
        return differs == -1 || differs == vector.length ? vector.length : 0;
    }

    private Optional<byte[]> unsealed(byte[] locked, byte[] key) throws GeneralSecurityException {
        int from = repeated(vector, locked);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(Byte.SIZE * SEAL, vector));
        try {
            return Optional.of(cipher.doFinal(locked, from, locked.length - from));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        }
    }

    /// The last byte says how many were filled up; with the wrong password it says anything.
    private static byte[] withoutPadding(byte[] plain) {
        int filled = plain.length == 0 ? 0 : plain[plain.length - 1] & 0xFF;
        return filled > 16 || filled > plain.length ? plain : Arrays.copyOf(plain, plain.length - filled);
    }

    private boolean summed(byte[] part) throws GeneralSecurityException {
        byte[] head =
                sum.toLowerCase(Locale.ROOT).contains("1k") ? Arrays.copyOf(part, Math.min(part.length, SUMMED)) : part;
        return MessageDigest.isEqual(OpenDocumentDerivation.hash(sum).digest(head), expected);
    }

    @Override
    public String toString() {
        return "OpenDocumentKey";
    }
}
