package org.cairn.bundle.sign;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.TimeSaid;

/// An authority's attestation: what it says, and how it lies beside a signature.
final class Attestation {

    private Attestation() {}

    static TimeSaid said(TimeStampToken token, X509CertificateHolder authority, boolean fits) throws IOException {
        return new TimeSaid(
                token.getTimeStampInfo().getGenTime().toInstant(),
                authority.getSubject().toString(),
                Fingerprint.of(authority.getEncoded()),
                fits);
    }

    /// A signer with the attestation among what is not signed, in the place of any that was there.
    static SignerInformation put(SignerInformation signer, TimeStampToken token) throws IOException {
        return SignerInformation.replaceUnsignedAttributes(
                signer,
                others(signer)
                        .add(
                                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                                ASN1Primitive.fromByteArray(token.getEncoded())));
    }

    /// A signer as it was before an attestation was put beside it.
    static SignerInformation taken(SignerInformation signer) {
        AttributeTable others = others(signer);
        return SignerInformation.replaceUnsignedAttributes(signer, others.size() == 0 ? null : others);
    }

    private static AttributeTable others(SignerInformation signer) {
        AttributeTable there = signer.getUnsignedAttributes();
        return there == null
                ? new AttributeTable(new ASN1EncodableVector())
                : there.remove(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    }
}
