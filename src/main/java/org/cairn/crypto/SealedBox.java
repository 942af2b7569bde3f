package org.cairn.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// Something only the holder of one private key can read: HPKE (RFC 9180), opened by [UserKeys#unseal].
///
/// It shows nothing about who sealed it: whoever knows a public key can seal for it.
public final class SealedBox {

    /// Keeps these boxes apart from any other use of the same keys.
    static final byte[] INFO = "cairn sealed box 1".getBytes(StandardCharsets.US_ASCII);

    private SealedBox() {}

    /// Seals `plain` for the holder of `agreementKey`; it can only be unsealed with the same context.
    ///
    /// @param agreementKey 32 raw bytes of an X25519 public key
    /// @throws IllegalArgumentException when that is no key
    public static byte[] seal(byte[] agreementKey, byte[] plain, byte[] context, SecureRandom random) {
        if (agreementKey.length != Hpke.KEY_LENGTH) {
            throw new IllegalArgumentException("an agreement key has 32 bytes");
        }
        try (Secret seed = Secret.random(random, Hpke.KEY_LENGTH)) {
            return seed.use(fresh -> Hpke.seal(agreementKey, fresh, INFO, context, plain));
        }
    }
}
