package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeSaid;
import org.jspecify.annotations.Nullable;

/// Judges one signature by the bytes of its file.
final class Verification {

    private final SignedFile.Place place;
    private final FileChannel file;
    private final long from;
    private final long to;

    private Verification(SignedFile.Place place, FileChannel file) {
        this.place = place;
        this.file = file;
        this.from = place.range().get(1);
        this.to = place.range().get(2);
    }

    static SignatureSaid of(SignedFile.Place place, FileChannel file) throws IOException {
        if (place.range().size() != 4 || place.range().stream().anyMatch(one -> one < 0)) {
            return unreadable(place);
        }
        return new Verification(place, file).said();
    }

    private static SignatureSaid unreadable(SignedFile.Place place) {
        return new SignatureSaid("", "", Fingerprint.of(new byte[0]), false, false, place.claimed(), Optional.empty());
    }

    private SignatureSaid said() throws IOException {
        try {
            CMSSignedData signed = read(place);
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            @SuppressWarnings("unchecked") // the library's own lists know no types
            Collection<X509CertificateHolder> found = signed.getCertificates().getMatches(signer.getSID());
            if (found.isEmpty()) {
                return unreadable(place);
            }
            X509CertificateHolder certificate = found.iterator().next();
            return new SignatureSaid(
                    certificate.getSubject().toString(),
                    certificate.getIssuer().toString(),
                    Fingerprint.of(certificate.getEncoded()),
                    isSound(certificate),
                    coversAll(),
                    place.claimed(),
                    attested(signer));
        } catch (SigningException e) {
            return unreadable(place);
        }
    }

    /// What is in the room, without what fills it up.
    static CMSSignedData read(SignedFile.Place place) throws SigningException {
        try (ASN1InputStream in = new ASN1InputStream(place.contents())) {
            CMSSignedData read = new CMSSignedData(ContentInfo.getInstance(in.readObject()));
            if (read.getSignerInfos().size() != 1 || !isBlank(in)) {
                throw new SigningException(SigningException.NOT_SIGNED);
            }
            return read;
        } catch (IOException | CMSException | RuntimeException e) {
            throw new SigningException(SigningException.NOT_SIGNED);
        }
    }

    /// What fills up the room is covered by nothing, and must say nothing.
    private static boolean isBlank(ASN1InputStream in) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /// From the first byte to the last, but for exactly the brackets and digits of the signature.
    private boolean coversAll() throws IOException {
        byte[] edge = new byte[1];
        return place.range().get(0) == 0
                && to + place.range().get(3) == file.size()
                && to - from == 2L * place.contents().length + 2
                && at(from, edge) == '<'
                && at(to - 1, edge) == '>';
    }

    private int at(long where, byte[] edge) throws IOException {
        return file.read(java.nio.ByteBuffer.wrap(edge), where) == 1 ? edge[0] : -1;
    }

    private final class Content implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return PKCSObjectIdentifiers.data;
        }

        @Override
        public @Nullable Object getContent() {
            return null;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            long left = place.range().get(1) + place.range().get(3);
            byte[] part = new byte[1 << 16];
            try (Covered covered = new Covered(file, from, to)) {
                while (left > 0) {
                    int read = covered.read(part, 0, (int) Math.min(part.length, left));
                    if (read < 0) {
                        return;
                    }
                    out.write(part, 0, read);
                    left -= read;
                }
            }
        }
    }

    private boolean isSound(X509CertificateHolder certificate) throws IOException, SigningException {
        try (ASN1InputStream in = new ASN1InputStream(place.contents())) {
            CMSSignedData signed = new CMSSignedData(new Content(), ContentInfo.getInstance(in.readObject()));
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            return place.range().get(0) == 0
                    && names(signer, certificate)
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException | OperatorCreationException | CertificateException | RuntimeException e) {
            return false;
        }
    }

    /// Whether the certificate is the one that was signed along: none can be put in its place.
    private static boolean names(SignerInformation signer, X509CertificateHolder certificate) throws IOException {
        AttributeTable signed = signer.getSignedAttributes();
        Attribute said = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (said == null || said.getAttrValues().size() != 1) {
            return false;
        }
        var first = SigningCertificateV2.getInstance(said.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        return first.getHashAlgorithm().equals(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256))
                && Arrays.equals(
                        first.getCertHash(),
                        Fingerprint.of(certificate.getEncoded()).bytes());
    }

    private static Optional<TimeSaid> attested(SignerInformation signer) throws IOException {
        AttributeTable beside = signer.getUnsignedAttributes();
        Attribute said = beside == null ? null : beside.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (said == null) {
            return Optional.empty();
        }
        try {
            TimeStampToken token = new TimeStampToken(
                    ContentInfo.getInstance(said.getAttrValues().getObjectAt(0)));
            boolean ofThis = token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    && Arrays.equals(
                            token.getTimeStampInfo().getMessageImprintDigest(),
                            Fingerprint.of(signer.getSignature()).bytes());
            return Optional.of(Attestation.said(token, TimeRequest.sound(token), ofThis));
        } catch (TSPException | SigningException | RuntimeException e) {
            // an attestation that cannot be read, or is not sound, attests nothing
            return Optional.empty();
        }
    }
}
