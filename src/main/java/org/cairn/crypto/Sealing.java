package org.cairn.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Small things sealed in memory: AES-256-GCM, a random 12-byte nonce in front, the context authenticated with it.
///
/// A random nonce allows some four thousand million seals with one key before it may repeat (NIST SP 800-38D).
public final class Sealing {

    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;

    private Sealing() {}

    /// How many bytes longer a sealed thing is than the plain one.
    public static final int OVERHEAD = NONCE_LENGTH + TAG_LENGTH;

    /// Seals `plain`; it can only be unsealed with the same context.
    ///
    /// @param key 32 bytes
    public static byte[] seal(Secret key, byte[] plain, byte[] context, SecureRandom random) {
        byte[] sealed = new byte[OVERHEAD + plain.length];
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE_LENGTH);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain, 0, plain.length, sealed, NONCE_LENGTH);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /// The plain bytes of what [#seal] made.
    ///
    /// @throws TamperedException when a bit differs, or the key, or the context
    public static byte[] unseal(Secret key, byte[] sealed, byte[] context) throws TamperedException {
        if (sealed.length < OVERHEAD) {
            throw new TamperedException();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
        } catch (AEADBadTagException e) {
            throw new TamperedException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, Secret key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        return key.<Cipher, GeneralSecurityException>lend(bytes -> {
            if (bytes.length != KEY_LENGTH) {
                throw new IllegalArgumentException("a sealing key has 32 bytes");
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
            cipher.updateAAD(context);
            return cipher;
        });
    }
}
