package org.cairn.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/// HPKE (RFC 9180) in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; one message for each key.
///
/// A sealed message is the 32-byte encapsulated key followed by the ciphertext.
final class Hpke {

    static final int KEY_LENGTH = 32;
    private static final int TAG_LENGTH = 16;

    private Hpke() {}

    /// @param seed 32 fresh random bytes, from which the ephemeral key is derived (RFC 9180, DeriveKeyPair)
    static byte[] seal(byte[] recipient, byte[] seed, byte[] info, byte[] associated, byte[] plain) {
        HPKE suite = suite();
        AsymmetricCipherKeyPair ephemeral = suite.deriveKeyPair(seed);
        try {
            HPKEContextWithEncapsulation sender =
                    suite.setupBaseS(suite.deserializePublicKey(recipient), info, ephemeral);
            byte[] encapsulated = sender.getEncapsulation();
            byte[] ciphertext = sender.seal(associated, plain);
            byte[] sealed = Arrays.copyOf(encapsulated, encapsulated.length + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, encapsulated.length, ciphertext.length);
            return sealed;
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("not a public key anybody could hold", e);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing cannot fail", e);
        }
    }

    static byte[] open(byte[] privateKey, byte[] info, byte[] associated, byte[] sealed) throws TamperedException {
        if (sealed.length < KEY_LENGTH + TAG_LENGTH) {
            throw new TamperedException();
        }
        byte[] encapsulated = Arrays.copyOf(sealed, KEY_LENGTH);
        byte[] ciphertext = Arrays.copyOfRange(sealed, KEY_LENGTH, sealed.length);
        try {
            return suite().setupBaseR(encapsulated, pair(privateKey), info).open(associated, ciphertext);
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            // The last two: an encapsulated key that is no point, or one of small order.
            throw new TamperedException();
        }
    }

    private static AsymmetricCipherKeyPair pair(byte[] privateKey) {
        X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(privateKey);
        return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
