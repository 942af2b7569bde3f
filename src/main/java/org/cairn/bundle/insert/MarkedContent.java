package org.cairn.bundle.insert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// Says of what a page shows which part of it is the document and which was only printed onto it.
///
/// The few bytes that open the content of a page are kept once for all pages.
public final class MarkedContent {

    private final PDDocument target;
    private final Map<String, COSStream> openings = new HashMap<>();

    MarkedContent(PDDocument target) {
        this.target = target;
    }

    /// What is drawn from here to the end of marked content is no part of the document.
    public static void artifact(PDPageContentStream content) throws IOException {
        artifact(content, false);
    }

    /// The same, after the content of the page was ended.
    @SuppressWarnings("deprecation") // PDFBox has no other call for marked content with properties in their place
    static void artifact(PDPageContentStream content, boolean ending) throws IOException {
        content.appendRawCommands((ending ? "EMC\n" : "") + "/Artifact <</Type /Pagination>> BDC\n");
    }

    /// Puts what opens the content of a page before it.
    void open(PDPage page, String opening) throws IOException {
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        COSArray parts = contents instanceof COSArray array ? array : new COSArray();
        if (parts != contents && contents != null) {
            parts.add(contents);
        }
        COSStream begin = openings.get(opening);
        if (begin == null) {
            begin = target.getDocument().createCOSStream();
            try (OutputStream out = begin.createOutputStream()) {
                out.write(opening.getBytes(StandardCharsets.US_ASCII));
            }
            openings.put(opening, begin);
        }
        parts.add(0, begin);
        page.getCOSObject().setItem(COSName.CONTENTS, parts);
    }
}
