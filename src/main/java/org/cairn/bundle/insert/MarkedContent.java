package org.cairn.bundle.insert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    /// Puts before the content of a page what opens it, and saves the state of drawing that whoever draws after it
    /// restores.
    ///
    /// @param opening what begins marked content, where the content is not marked yet
    void open(PDPage page, Optional<String> opening) throws IOException {
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        COSArray parts = contents instanceof COSArray array ? array : new COSArray();
        if (parts != contents && contents != null) {
            parts.add(contents);
        }
        String before = opening.map(marked -> marked + "\n").orElse("") + "q\n";
        COSStream begin = openings.get(before);
        if (begin == null) {
            begin = target.getDocument().createCOSStream();
            try (OutputStream out = begin.createOutputStream()) {
                out.write(before.getBytes(StandardCharsets.US_ASCII));
            }
            openings.put(before, begin);
        }
        parts.add(0, begin);
        page.getCOSObject().setItem(COSName.CONTENTS, parts);
    }
}
