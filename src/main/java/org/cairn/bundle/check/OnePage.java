package org.cairn.bundle.check;

import java.io.IOException;
import java.io.Writer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/// Has a reader of text take pages that are handed over one by one. By itself it goes through all pages of a document
/// to find one, which for each of many is as many times as many.
final class OnePage {

    private OnePage() {}

    /// Has it count to the first page, from which on it reads what it is given.
    static void begin(PDFTextStripper reader) throws IOException {
        try (PDDocument blank = new PDDocument()) {
            blank.addPage(new PDPage());
            reader.writeText(blank, Writer.nullWriter());
        }
    }
}
