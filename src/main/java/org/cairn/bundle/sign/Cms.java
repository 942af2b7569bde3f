package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.cairn.domain.Fingerprint;

/// A detached signature as PAdES wants it at its first level (EN 319 142-1, B-B): over the certificate as well, and
/// without a time of its own, which would be no more than what the signer says.
record Cms(Signer signer) {

    /// What is signed, read once.
    interface Content {
        InputStream open() throws IOException;
    }

    private record Streamed(Content content) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return PKCSObjectIdentifiers.data;
        }

        @Override
        public Object getContent() {
            return content;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            try (InputStream in = content.open()) {
                in.transferTo(out);
            }
        }
    }

    byte[] over(Content content) throws IOException, SigningException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes())
                            .build(signer.contentSigner(), signer.certificate()));
            generator.addCertificates(new JcaCertStore(signer.certificates()));
            return encoded(generator.generate(new Streamed(content), false));
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new SigningException(SigningException.KEY_UNSUPPORTED);
        }
    }

    static byte[] encoded(CMSSignedData signed) throws IOException {
        return signed.toASN1Structure().getEncoded(ASN1Encoding.DER);
    }

    private CMSAttributeTableGenerator attributes() throws SigningException, CertificateEncodingException {
        ESSCertIDv2 certificate = new ESSCertIDv2(
                Fingerprint.of(signer.certificate().getEncoded()).bytes());
        ASN1EncodableVector own = new ASN1EncodableVector();
        own.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {certificate}))));
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(new AttributeTable(own));
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    @Override
    public String toString() {
        return "Cms";
    }
}
