package org.cairn.bundle.sign;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.domain.Fingerprint;

/// A time that an authority attests.
///
/// @param at the time
/// @param authority whom its certificate names
/// @param certificate hash of the certificate
/// @param fits whether it is of what it stands beside, and its own signature sound
public record TimeSaid(Instant at, String authority, Fingerprint certificate, boolean fits) {

    static TimeSaid of(TimeStampToken token, X509CertificateHolder authority, boolean fits) throws IOException {
        return new TimeSaid(
                token.getTimeStampInfo().getGenTime().toInstant(),
                authority.getSubject().toString(),
                Fingerprint.of(authority.getEncoded()),
                fits);
    }

    /// A signer with the attestation among what is not signed, in the place of any that was there.
    static SignerInformation put(SignerInformation signer, TimeStampToken token) throws IOException {
        AttributeTable there = signer.getUnsignedAttributes();
        AttributeTable others = there == null
                ? new AttributeTable(new org.bouncycastle.asn1.ASN1EncodableVector())
                : there.remove(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        return SignerInformation.replaceUnsignedAttributes(
                signer,
                new AttributeTable(others.add(
                                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                                ASN1Primitive.fromByteArray(token.getEncoded()))
                        .toASN1EncodableVector()));
    }

    @Override
    public String toString() {
        return "TimeSaid";
    }
}
