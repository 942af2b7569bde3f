package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.cairn.domain.Fingerprint;

/// Whoever signs: a private key and the certificates that say whose it is.
public final class Signer {

    private static final int PROOF = 32;

    private final PrivateKey key;
    private final List<X509Certificate> certificates;

    private Signer(PrivateKey key, List<X509Certificate> certificates) {
        this.key = key;
        this.certificates = List.copyOf(certificates);
    }

    /// A key with its certificate first and those that vouch for it after it.
    ///
    /// @throws SigningException when they do not belong together, or readers do not know such keys
    public static Signer of(PrivateKey key, List<X509Certificate> certificates) throws SigningException {
        Signer signer = new Signer(key, certificates);
        signer.prove();
        return signer;
    }

    /// The one key of a PKCS#12 file.
    ///
    /// @param password is wiped before this returns
    public static Signer ofPkcs12(InputStream file, char[] password) throws SigningException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            List<String> names = new ArrayList<>();
            for (String name : Collections.list(store.aliases())) {
                if (store.isKeyEntry(name)) {
                    names.add(name);
                }
            }
            if (names.size() != 1
                    || !(store.getKey(names.getFirst(), password) instanceof PrivateKey key)
                    || store.getCertificateChain(names.getFirst()) == null) {
                throw new SigningException(SigningException.NO_SINGLE_KEY);
            }
            return of(key, chain(store.getCertificateChain(names.getFirst())));
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningException(SigningException.KEY_UNREADABLE);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static List<X509Certificate> chain(Certificate[] certificates) throws SigningException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : certificates) {
            if (!(certificate instanceof X509Certificate known)) {
                throw new SigningException(SigningException.NO_SINGLE_KEY);
            }
            chain.add(known);
        }
        return chain;
    }

    /// What is signed with the one must be verified by the other.
    private void prove() throws SigningException {
        byte[] proof = new byte[PROOF];
        new SecureRandom().nextBytes(proof);
        boolean proven;
        try {
            Signature signing = Signature.getInstance(algorithm());
            signing.initSign(key);
            signing.update(proof);
            byte[] signed = signing.sign();
            Signature verifying = Signature.getInstance(algorithm());
            verifying.initVerify(certificate().getPublicKey());
            verifying.update(proof);
            proven = verifying.verify(signed);
        } catch (GeneralSecurityException e) {
            proven = false;
        }
        if (!proven) {
            throw new SigningException(SigningException.KEY_AND_CERTIFICATE);
        }
    }

    /// RSA and the curves of NIST: what every reader verifies. Keys like the ledger's (Ed25519) are in ISO 32002, which
    /// poppler and Acrobat do not follow yet.
    String algorithm() throws SigningException {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> throw new SigningException(SigningException.KEY_UNSUPPORTED);
        };
    }

    ContentSigner contentSigner() throws SigningException, OperatorCreationException {
        return key instanceof ECPrivateKey readable && SameSignature.fits(readable)
                ? SameSignature.with(readable)
                : new JcaContentSignerBuilder(algorithm()).build(key);
    }

    /// The hash of the certificate that says whose the key is.
    public Fingerprint fingerprint() throws SigningException {
        return Fingerprint.of(encoded());
    }

    /// The certificate (X.509, DER).
    public byte[] encoded() throws SigningException {
        try {
            return certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new SigningException(SigningException.KEY_AND_CERTIFICATE);
        }
    }

    /// Whom the certificate names.
    public String subject() throws SigningException {
        return certificate().getSubjectX500Principal().toString();
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    X509Certificate certificate() throws SigningException {
        if (certificates.isEmpty()) {
            throw new SigningException(SigningException.NO_SINGLE_KEY);
        }
        return certificates.getFirst();
    }

    @Override
    public String toString() {
        return "Signer";
    }
}
