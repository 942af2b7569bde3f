package org.cairn.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A PDF that is open, and its pages in their order. The document's own tree of pages is mended where it misleads, so
/// that the PDF library finds just these.
///
/// @param pages each says that it is a page; one that is named and not there is an empty one
/// @param damaged whether the way to the pages was broken, so that some of them may be missing
public record OpenedPdf(PDDocument document, List<COSDictionary> pages, boolean damaged) implements Closeable {

    /// Opens what is a PDF, or what is left of one.
    ///
    /// @param bytes closed with the document, and left open where none comes of it
    /// @param password empty where none is known
    /// @throws InvalidPasswordException where it is locked with another one
    /// @return one without pages where it can be read and has none
    /// @throws IOException where it cannot be read, and no page can be found in it, or the thread was interrupted
    public static OpenedPdf open(RandomAccessRead bytes, String password, StreamCacheCreateFunction cache)
            throws IOException {
        return new Opening(bytes, password, cache).open();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    @Override
    public String toString() {
        return "PDF of " + pages.size() + " pages";
    }
}
