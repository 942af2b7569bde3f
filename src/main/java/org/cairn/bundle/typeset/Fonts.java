package org.cairn.bundle.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The fonts of one document: each face is embedded once, and only when something is set in it.
public final class Fonts {

    private final PDDocument document;
    private final String language;
    private final Map<Face, DocumentFont> fonts = new EnumMap<>(Face.class);

    /// Fonts for a document that is being written in English.
    public Fonts(PDDocument document) {
        this(document, Locale.ENGLISH);
    }

    /// Fonts for a document that is being written.
    ///
    /// @param language of the document: words in other letters are marked as being in another
    public Fonts(PDDocument document, Locale language) {
        this.document = document;
        this.language = language.toLanguageTag();
    }

    String language() {
        return language;
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
