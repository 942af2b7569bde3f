package org.cairn.bundle.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeSaid;

/// A signed PDF: what its signatures say, and the attestation of time that is put into them later.
public final class SignedFile {

    private final Path pdf;

    /// A file that may be signed.
    public SignedFile(Path pdf) {
        this.pdf = pdf;
    }

    /// What each signature of the file says, the first first; none where it is not signed.
    public List<SignatureSaid> signatures() throws IOException {
        List<SignatureSaid> said = new ArrayList<>();
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ)) {
            for (Place place : places()) {
                said.add(Verification.of(place, file));
            }
        }
        return said;
    }

    /// Where a signature lies.
    ///
    /// @param contents the signature, with what fills up its room
    /// @param range where what it covers begins and how long it is, twice
    /// @param claimed the time that the signer says
    record Place(byte[] contents, List<Long> range, Optional<Instant> claimed) {
        @Override
        public String toString() {
            return "Place";
        }
    }

    private List<Place> places() throws IOException {
        List<Place> places = new ArrayList<>();
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(pdf);
                PDDocument document = new PDFParser(bytes, "", null, null, SealedScratch.cache()).parse(false)) {
            for (PDSignature signature : document.getSignatureDictionaries()) {
                places.add(place(signature));
            }
        }
        return places;
    }

    private static Place place(PDSignature signature) {
        List<Long> range = new ArrayList<>();
        COSArray array = signature.getCOSObject().getCOSArray(COSName.BYTERANGE);
        for (int i = 0; array != null && i < array.size(); i++) {
            range.add(array.getObject(i) instanceof COSInteger number ? number.longValue() : -1L);
        }
        byte[] contents = signature.getContents();
        return new Place(
                contents == null ? new byte[0] : contents,
                range,
                Optional.ofNullable(signature.getSignDate()).map(date -> date.toInstant()));
    }

    /// Asks for the time of the last signature: what is attested then is that it was there, and with it all that it
    /// covers (PAdES B-T).
    public TimeRequest request(Random random) throws IOException, SigningException {
        return TimeRequest.of(Fingerprint.of(signer(only()).getSignature()), random);
    }

    /// Asks for the time of the whole file as it is; the reply is kept beside it, and `openssl ts -verify` judges both.
    public TimeRequest requestForWhole(Random random) throws IOException {
        return TimeRequest.of(hash(), random);
    }

    /// SHA-256 of the file as it is.
    public Fingerprint hash() throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(pdf, out);
        }
        return Fingerprint.ofDigest(digest.digest());
    }

    /// Whether there is any signature in it.
    public boolean isSigned() throws IOException {
        return !places().isEmpty();
    }

    /// What a reply says that is kept beside the file; the file must be what was asked about.
    ///
    /// @throws SigningException when the reply is to another request, or about another file
    public TimeSaid attested(TimeRequest request, byte[] reply) throws IOException, SigningException {
        TimeSaid said = request.said(reply);
        if (!request.hash().equals(hash())) {
            throw new SigningException(SigningException.TIME_OF_ANOTHER_FILE);
        }
        return said;
    }

    /// Puts the attestation of a reply beside the signature, into the room that was kept for it; not a byte of what is
    /// signed changes.
    ///
    /// @throws SigningException when it is to another request or signature, not sound, or too long
    public TimeSaid attach(TimeRequest request, byte[] reply) throws IOException, SigningException {
        TimedSignature timed = timed(request, reply);
        timed.into(pdf);
        return timed.said();
    }

    /// The last signature with the attestation of a reply beside it; nothing is written yet.
    ///
    /// @throws SigningException when the signature does not hold, or the reply is to another request or signature, not
    ///     sound, or too long
    public TimedSignature timed(TimeRequest request, byte[] reply) throws IOException, SigningException {
        TimeStampToken token = request.granted(reply);
        Place place = sound();
        SignerInformation signer = signer(place);
        if (!request.hash().equals(Fingerprint.of(signer.getSignature()))) {
            throw new SigningException(SigningException.TIME_OF_ANOTHER_FILE);
        }
        return new TimedSignature(
                place.range().get(1),
                place.contents().length,
                encoded(place, Attestation.put(signer, token)),
                Attestation.said(token, TimeRequest.sound(token), true));
    }

    /// SHA-256 of the file as it was before the time of its last signature was attested: what the ledger of the archive
    /// has that wrote it. That of the file as it is where nothing was attested, or nobody signed.
    public Fingerprint hashBeforeTime() throws IOException {
        List<Place> places = places();
        try {
            if (places.isEmpty()) {
                return hash();
            }
            Place place = sound();
            byte[] bare = encoded(place, Attestation.taken(signer(place)));
            return new Filled(pdf, place.range().get(1), place.contents().length, bare).hash();
        } catch (SigningException e) {
            return hash();
        }
    }

    private static byte[] encoded(Place place, SignerInformation signer) throws IOException, SigningException {
        byte[] encoded =
                Cms.encoded(CMSSignedData.replaceSigners(Verification.read(place), new SignerInformationStore(signer)));
        if (encoded.length > place.contents().length) {
            throw new SigningException(SigningException.TOO_LARGE);
        }
        return encoded;
    }

    /// The last signature, when it holds and covers the file: beside any other nothing is put.
    private Place sound() throws IOException, SigningException {
        Place place = only();
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ)) {
            SignatureSaid said = Verification.of(place, file);
            if (!said.sound() || !said.wholeFile()) {
                throw new SigningException(SigningException.SIGNATURE_BROKEN);
            }
        }
        return place;
    }

    private Place only() throws IOException, SigningException {
        List<Place> places = places();
        if (places.isEmpty() || places.getLast().range().size() != 4) {
            throw new SigningException(SigningException.NOT_SIGNED);
        }
        return places.getLast();
    }

    private static SignerInformation signer(Place place) throws SigningException {
        return Verification.read(place).getSignerInfos().getSigners().iterator().next();
    }
}
