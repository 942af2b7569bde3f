package org.cairn.bundle.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The fonts of one document: each face is embedded once, and only when something is set in it.
public final class Fonts {

    private final PDDocument document;
    private final String language;
    private final Map<Face, DocumentFont> fonts;
    private final Set<Integer> left;

    /// Fonts for a document that is being written in English.
    public Fonts(PDDocument document) {
        this(document, Locale.ENGLISH);
    }

    /// Fonts for a document that is being written.
    ///
    /// @param language of the document: words in other letters are marked as being in another
    public Fonts(PDDocument document, Locale language) {
        this(document, language.toLanguageTag(), new EnumMap<>(Face.class), Set.of());
    }

    private Fonts(PDDocument document, String language, Map<Face, DocumentFont> fonts, Set<Integer> left) {
        this.document = document;
        this.language = language;
        this.fonts = fonts;
        this.left = left;
    }

    String language() {
        return language;
    }

    /// The same fonts for a flow of which some pages are laid out and left empty: none of their letters gets into a
    /// font.
    ///
    /// @param pages which pages of the flow, from 1
    public Fonts leaving(Set<Integer> pages) {
        return new Fonts(document, language, fonts, Set.copyOf(pages));
    }

    /// Whether a page of a flow is left empty.
    boolean leaves(int page) {
        return left.contains(page);
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
