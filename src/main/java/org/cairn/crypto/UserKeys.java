package org.cairn.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The private keys of one person: X25519 to be sealed for, Ed25519 to sign.
public final class UserKeys implements AutoCloseable {

    private static final int KEY_LENGTH = 32;

    private final Secret agreement;
    private final Secret signing;
    private final byte[] agreementKey;
    private final byte[] signingKey;

    private UserKeys(Secret agreement, Secret signing) {
        this.agreement = agreement;
        this.signing = signing;
        this.agreementKey = agreement.use(
                key -> new X25519PrivateKeyParameters(key).generatePublicKey().getEncoded());
        this.signingKey = signing.use(
                key -> new Ed25519PrivateKeyParameters(key).generatePublicKey().getEncoded());
    }

    /// Fresh keys.
    public static UserKeys generate(SecureRandom random) {
        return new UserKeys(Secret.random(random, KEY_LENGTH), Secret.random(random, KEY_LENGTH));
    }

    /// The keys that [#toSecret] gave; the secret stays the caller's, to close.
    ///
    /// @throws IllegalArgumentException when it is not 64 bytes long
    public static UserKeys fromSecret(Secret secret) {
        return secret.use(both -> {
            if (both.length != 2 * KEY_LENGTH) {
                throw new IllegalArgumentException("a person's keys have 64 bytes");
            }
            return new UserKeys(
                    Secret.taking(Arrays.copyOf(both, KEY_LENGTH)),
                    Secret.taking(Arrays.copyOfRange(both, KEY_LENGTH, both.length)));
        });
    }

    /// Both private keys, to be sealed and kept: 32 bytes X25519, 32 bytes Ed25519 seed.
    public Secret toSecret() {
        return agreement.use(first -> signing.use(second -> {
            byte[] both = Arrays.copyOf(first, 2 * KEY_LENGTH);
            System.arraycopy(second, 0, both, KEY_LENGTH, KEY_LENGTH);
            return Secret.taking(both);
        }));
    }

    /// The X25519 public key, 32 raw bytes (RFC 7748).
    public byte[] agreementKey() {
        return agreementKey.clone();
    }

    /// The Ed25519 public key, 32 raw bytes (RFC 8032).
    public byte[] signingKey() {
        return signingKey.clone();
    }

    /// The Ed25519 signature of `message`, 64 bytes, which [Signatures#verifies] checks.
    ///
    /// @throws IllegalStateException when closed
    public byte[] sign(byte[] message) {
        return signing.use(seed -> {
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(seed, 0, signingKey, 0, message, 0, message.length, signature, 0);
            return signature;
        });
    }

    /// The plain bytes of what [SealedBox#seal] sealed for these keys.
    ///
    /// @throws TamperedException when a bit differs, the context, or it was sealed for somebody else
    /// @throws IllegalStateException when closed
    public byte[] unseal(byte[] sealed, byte[] context) throws TamperedException {
        return agreement.<byte[], TamperedException>lend(key -> Hpke.open(key, SealedBox.INFO, context, sealed));
    }

    /// Wipes both private keys; the public ones stay readable.
    @Override
    public void close() {
        agreement.close();
        signing.close();
    }

    @Override
    public String toString() {
        return "UserKeys";
    }
}
