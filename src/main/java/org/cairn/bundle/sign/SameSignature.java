package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;
import org.cairn.domain.Fingerprint;

/// ECDSA on P-256 that signs the same with the same bytes (RFC 6979), where Java's own draws a number each time: a
/// certificate that is made anew keeps its hash, and a bundle that is written again its bytes.
final class SameSignature implements ContentSigner {

    private static final X9ECParameters CURVE = ECNamedCurveTable.getByName("P-256");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private final BigInteger key;
    private final MessageDigest digest = Fingerprint.sha256();
    private final OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest);

    private SameSignature(BigInteger key) {
        this.key = key;
    }

    /// Whether a key is one for it.
    static boolean fits(ECPrivateKey key) {
        return key.getParams().getOrder().equals(DOMAIN.getN());
    }

    static SameSignature with(ECPrivateKey key) {
        return new SameSignature(key.getS());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return into;
    }

    @Override
    public byte[] getSignature() {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(key, DOMAIN));
        BigInteger[] parts = signer.generateSignature(digest.digest());
        try {
            return StandardDSAEncoding.INSTANCE.encode(DOMAIN.getN(), parts[0], parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "SameSignature";
    }
}
