package org.cairn.bundle.sign;

import java.io.IOException;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSVisitor;

/// A dictionary that is written as an object of its own, never packed together with others: the bytes of a signature
/// must be found in the file itself.
///
/// PDFBox packs every dictionary but leaves streams alone, so this is a stream to it until it is written.
final class PlainObject extends COSStream {

    @Override
    public void accept(ICOSVisitor visitor) throws IOException {
        visitor.visitFromDictionary(this);
    }
}
