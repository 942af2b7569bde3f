package org.cairn.bundle.sign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.cairn.domain.Fingerprint;

/// Puts a sound attestation beside a signature that is the attestation of something else.
public final class ForeignTime {

    private ForeignTime() {}

    public static void put(Path pdf, Instant at) throws IOException, SigningException, CMSException {
        TimeRequest other = TimeRequest.of(Fingerprint.of(new byte[] {1}), new Random(7));
        byte[] reply = new TestAuthority().reply(other, at);
        PDSignature place = place(pdf);
        CMSSignedData signed = read(place.getContents());
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        byte[] with = Cms.encoded(CMSSignedData.replaceSigners(
                signed, new SignerInformationStore(Attestation.put(signer, other.granted(reply)))));
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.WRITE)) {
            SignaturePlace.fill(file, place.getByteRange()[1], SignaturePlace.ROOM, with);
        }
    }

    private static CMSSignedData read(byte[] room) throws IOException, CMSException {
        try (ASN1InputStream in = new ASN1InputStream(room)) {
            return new CMSSignedData(ContentInfo.getInstance(in.readObject()));
        }
    }

    private static PDSignature place(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getSignatureDictionaries().getFirst();
        }
    }
}
