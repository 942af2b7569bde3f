package org.cairn.pdf;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;

/// Reads a PDF as the library does, and of a locked one no more.
class SparingParser extends PDFParser {

    SparingParser(RandomAccessRead bytes, String password, StreamCacheCreateFunction cache) throws IOException {
        super(bytes, password, null, null, cache);
    }

    @Override
    protected final void prepareDecryption() throws IOException {
        super.prepareDecryption();
        if (securityHandler != null && !(securityHandler instanceof SparingLock)) {
            securityHandler = new SparingLock(securityHandler);
        }
    }
}
