package org.cairn.bundle.sign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/// Room for a signature in a document that is about to be saved, filled when it has been: the file is written once and
/// has one revision, with the signature in it.
///
/// Readers take a second revision for a change that came later, and so it would be; a bundle has none.
public final class SignaturePlace {

    /// How long a signature may be, with certificates and an attestation of time.
    public static final int ROOM = 24_000;

    private static final long LATER = 9_999_999_999L;
    private static final int MARKER = 32;
    private static final int PRINTED_AND_LOCKED = 4 | 128;

    private final byte[] marker = new byte[MARKER];

    private SignaturePlace() {
        new SecureRandom().nextBytes(marker);
    }

    /// Makes room in a document; it must be saved next.
    ///
    /// @param said when it is signed, as the signer says
    /// @param title what the field is called for those to whom it is read out
    /// @throws SigningException when the document has a signature, or a form
    public static SignaturePlace in(PDDocument document, Instant said, String title)
            throws SigningException, IOException {
        if (document.getDocumentCatalog().getCOSObject().containsKey(COSName.ACRO_FORM)) {
            throw new SigningException(SigningException.SIGNED_ALREADY);
        }
        SignaturePlace place = new SignaturePlace();
        place.put(document, said, title);
        return place;
    }

    private void put(PDDocument document, Instant said, String title) throws IOException {
        PDPage first = document.getPage(0);
        COSDictionary field = field(first, title);
        field.setItem(COSName.V, signature(said));
        PDAnnotation widget = new PDAnnotationWidget(field);
        List<PDAnnotation> annotations = first.getAnnotations();
        annotations.add(widget);
        first.setAnnotations(annotations);
        COSArray fields = new COSArray();
        fields.add(field);
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.FIELDS, fields);
        form.setInt(COSName.getPDFName("SigFlags"), 3);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        FormElement.add(document, first, field, title);
    }

    /// Without extent: there is nothing to see on the page.
    private static COSDictionary field(PDPage page, String title) {
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.TYPE, COSName.ANNOT);
        field.setItem(COSName.SUBTYPE, COSName.getPDFName("Widget"));
        field.setItem(COSName.FT, COSName.getPDFName("Sig"));
        field.setString(COSName.T, "Signature1");
        field.setString(COSName.getPDFName("TU"), title);
        field.setInt(COSName.F, PRINTED_AND_LOCKED);
        field.setItem(COSName.P, page);
        COSArray none = new COSArray();
        for (int i = 0; i < 4; i++) {
            none.add(COSInteger.ZERO);
        }
        field.setItem(COSName.RECT, none);
        return field;
    }

    private COSDictionary signature(Instant said) {
        PlainObject signature = new PlainObject();
        signature.setItem(COSName.TYPE, COSName.getPDFName("Sig"));
        signature.setItem(COSName.FILTER, PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setItem(COSName.SUB_FILTER, PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        COSArray range = new COSArray();
        range.add(COSInteger.ZERO);
        for (int i = 0; i < 3; i++) {
            range.add(COSInteger.get(LATER));
        }
        range.setDirect(true);
        signature.setItem(COSName.BYTERANGE, range);
        byte[] room = new byte[ROOM];
        System.arraycopy(marker, 0, room, 0, MARKER);
        signature.setItem(COSName.CONTENTS, new COSString(room, true));
        GregorianCalendar moment = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        moment.setTimeInMillis(said.toEpochMilli());
        signature.setDate(COSName.M, moment);
        return signature;
    }

    /// Signs the file that the document was saved to.
    public void sign(Path pdf, Signer signer) throws IOException, SigningException {
        try (FileChannel file = FileChannel.open(pdf, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long opening = opening(file);
            long after = opening + 2L * ROOM + 2;
            range(file, opening, after, file.size());
            byte[] signature = new Cms(signer).over(() -> new Covered(file, opening, after));
            fill(file, opening, ROOM, signature);
            file.force(true);
        }
    }

    /// Where the room begins, with its bracket.
    private long opening(FileChannel file) throws IOException {
        byte[] sought = ("<" + HexFormat.of().withUpperCase().formatHex(marker)).getBytes(StandardCharsets.US_ASCII);
        long at = new Search(sought).in(file, 0);
        if (at < 0) {
            throw new IOException("no room for a signature");
        }
        return at;
    }

    /// The numbers stand in the same object, and are as long as those that they replace.
    private static void range(FileChannel file, long opening, long after, long end) throws IOException {
        String unknown = "[0 " + LATER + " " + LATER + " " + LATER + "]";
        long at = new Search(unknown.getBytes(StandardCharsets.US_ASCII)).in(file, Math.max(0, opening - 4096));
        if (at < 0) {
            throw new IOException("no room for a range");
        }
        String known = "[0 " + opening + " " + after + " " + (end - after);
        String padded = known + " ".repeat(unknown.length() - known.length() - 1) + "]";
        write(file, at, padded.getBytes(StandardCharsets.US_ASCII));
    }

    /// Writes a signature into the room that begins at a bracket.
    static void fill(FileChannel file, long opening, int length, byte[] signature)
            throws IOException, SigningException {
        if (signature.length > length) {
            throw new SigningException(SigningException.TOO_LARGE);
        }
        byte[] room = new byte[length];
        System.arraycopy(signature, 0, room, 0, signature.length);
        write(file, opening + 1, HexFormat.of().withUpperCase().formatHex(room).getBytes(StandardCharsets.US_ASCII));
    }

    private static void write(FileChannel file, long at, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
    }
}
