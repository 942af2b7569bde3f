package org.cairn.bundle.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

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

    /// Embeds the subset of every font that was used: call it once, after the last line and before saving.
    public void finish() throws IOException {
        for (DocumentFont font : fonts.values()) {
            font.finish();
        }
    }
}
