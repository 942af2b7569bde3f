package org.cairn.bundle.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of one document: each face is embedded once, and only when something is set in it.
public final class Fonts {

    private final PDDocument document;
    private final Map<Face, DocumentFont> fonts = new EnumMap<>(Face.class);

    /// Fonts for a document that is being written.
    public Fonts(PDDocument document) {
        this.document = document;
    }

    PDDocument document() {
        return document;
    }

    DocumentFont of(Face face) {
        return fonts.computeIfAbsent(face, wanted -> {
            try {
                return new DocumentFont(document, wanted);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// A plain sans for numbers, to be written by PDFBox itself, which embeds what is used of it when it saves.
    public PDFont numerals() throws IOException {
        try (InputStream in = Face.SANS.open()) {
            return PDType0Font.load(document, in, true);
        }
    }

    /// Embeds the subset of every font that was used: call it once, after the last line and before saving.
    public void finish() throws IOException {
        for (DocumentFont font : fonts.values()) {
            font.finish();
        }
    }
}
