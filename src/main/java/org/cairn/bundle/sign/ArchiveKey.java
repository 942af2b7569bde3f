package org.cairn.bundle.sign;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// The archive's own key for bundles: on the curve P-256, since readers do not verify the ledger's Ed25519.
///
/// Derived from a secret of the archive, so that it is neither one more thing to keep nor one more to lose. The same
/// secret, name and times give the same certificate to the last byte: its hash can be told once, and compared ever
/// after.
public final class ArchiveKey {

    /// How many secret bytes a key is made of: 16 more than it has, so that no key is likelier than another.
    public static final int SECRET = 48;

    private static final String CURVE = "secp256r1";
    /// Signing of documents (RFC 9336).
    private static final ASN1ObjectIdentifier DOCUMENT_SIGNING = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36");

    private ArchiveKey() {}

    /// A signer of an archive with a certificate that it issued to itself: it says nothing but that the same archive
    /// signed, which whoever gets the bundle may compare with the ledger.
    ///
    /// @param secret of the archive, for this use alone; not kept, nor wiped
    /// @param name what the archive calls itself; never a person's
    /// @param from from when on it counts
    /// @param until until when
    public static Signer signer(byte[] secret, String name, Instant from, Instant until) throws SigningException {
        X9ECParameters curve = CustomNamedCurves.getByName("P-256");
        BigInteger number = number(secret, curve.getN());
        org.bouncycastle.math.ec.ECPoint point =
                new FixedPointCombMultiplier().multiply(curve.getG(), number).normalize();
        try {
            java.security.AlgorithmParameters parameters = java.security.AlgorithmParameters.getInstance("EC");
            parameters.init(new java.security.spec.ECGenParameterSpec(CURVE));
            java.security.spec.ECParameterSpec spec =
                    parameters.getParameterSpec(java.security.spec.ECParameterSpec.class);
            KeyFactory keys = KeyFactory.getInstance("EC");
            PrivateKey secretKey = keys.generatePrivate(new ECPrivateKeySpec(number, spec));
            ECPoint place = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            PublicKey publicKey = keys.generatePublic(new ECPublicKeySpec(place, spec));
            return Signer.of(secretKey, List.of(certificate(secretKey, publicKey, name, from, until)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no P-256 in this Java", e);
        }
    }

    /// From 1 to one less than the order (FIPS 186-5, A.2.1).
    private static BigInteger number(byte[] secret, BigInteger order) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("not the length of a secret");
        }
        return new BigInteger(1, secret).mod(order.subtract(BigInteger.ONE)).add(BigInteger.ONE);
    }

    private static X509Certificate certificate(
            PrivateKey secretKey, PublicKey publicKey, String name, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
        BigInteger serial = new BigInteger(1, Arrays.copyOf(sha256(publicKey.getEncoded()), 16));
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                subject, serial, Date.from(from), Date.from(until), subject, publicKey)
                        .addExtension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                        .addExtension(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.getInstance(DOCUMENT_SIGNING)))
                        .build(SameSignature.with((ECPrivateKey) secretKey)));
    }

    private static byte[] sha256(byte[] bytes) {
        return org.cairn.domain.Fingerprint.of(bytes).bytes();
    }
}
