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
        // The library refuses keys of small order, whose signatures would fit every message.
        return signingKey.length == Ed25519.PUBLIC_KEY_SIZE
                && signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, signingKey, 0, message, 0, message.length);
    }
}
