package org.cairn.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Whether somebody signed something (Ed25519, RFC 8032).
public final class Signatures {

    private Signatures() {}

    /// Whether `signature` is the signature of `message` by the holder of `signingKey`.
    ///
    /// Anything malformed, also a key that is none, is simply no valid signature.
    ///
    /// @param signingKey 32 raw bytes, as [UserKeys#signingKey] gives them
    public static boolean verifies(byte[] signingKey, byte[] message, byte[] signature) {
        if (signingKey.length != Ed25519.PUBLIC_KEY_SIZE || signature.length != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        // A key of small order would have signatures that fit every message.
        return Ed25519.validatePublicKeyFull(signingKey, 0)
                && Ed25519.verify(signature, 0, signingKey, 0, message, 0, message.length);
    }
}
