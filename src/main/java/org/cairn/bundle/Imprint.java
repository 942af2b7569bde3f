package org.cairn.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.cairn.bundle.typeset.Printable;
import org.cairn.domain.Fingerprint;

/// What a PDF says of itself; made of the plan alone, so that the same plan gives the same bytes.
///
/// @param title what readers show as the window's title
/// @param producer the program that made it
/// @param made the moment it bears
/// @param content what it is made of, as its identity in the file
record Imprint(String title, String producer, Instant made, Fingerprint content) {

    /// @param conformance what the whole file keeps to
    void put(PDDocument document, Conformance conformance) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(Printable.line(title));
        if (!producer.isBlank()) {
            information.setProducer(Printable.line(producer));
        }
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(made.toEpochMilli());
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setMetadata(new Xmp(this).of(document, conformance));
        conformance.describe(document);
        document.setDocumentId(ByteBuffer.wrap(content.bytes()).getLong());
    }
}
