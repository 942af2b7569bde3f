package org.cairn.bundle.sign;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;

/// Signs a bundle that was written before, into a new file: the same pages, written anew with the signature in their
/// one revision. Its hash is another, and a manifest that names it must be written anew too.
public final class FinishedBundle {

    private FinishedBundle() {}

    /// @param pdf the bundle; it stays as it is
    /// @param signed must not be there yet; nothing is left where it cannot be signed
    /// @param title what the field is called for those to whom it is read out
    /// @throws SigningException when it is signed already, or the signature does not find room
    public static void sign(Path pdf, Path signed, SignedBy by, String title) throws IOException, SigningException {
        boolean done = false;
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(signed, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            SignaturePlace place;
            try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(pdf);
                    PDDocument document = new PDFParser(bytes, "", null, null, SealedScratch.cache()).parse(false)) {
                place = SignaturePlace.in(document, by.said(), title);
                document.save(out);
            }
            out.flush();
            place.sign(signed, by.signer());
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(signed);
            }
        }
    }
}
