package org.cairn.bundle.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The fonts of one document: each face is embedded once, and only when something is set in it.
public final class Fonts {

    private final PDDocument document;
    private final Map<Face, DocumentFont> fonts;
    private final Set<Integer> left;

    /// Fonts for a document that is being written.
    public Fonts(PDDocument document) {
        this(document, new EnumMap<>(Face.class), Set.of());
    }

    private Fonts(PDDocument document, Map<Face, DocumentFont> fonts, Set<Integer> left) {
        this.document = document;
        this.fonts = fonts;
        this.left = left;
    }

    /// The same fonts for a flow of which some pages are laid out and left empty: none of their letters gets into a
    /// font.
    ///
    /// @param pages which pages of the flow, from 1
    public Fonts leaving(Set<Integer> pages) {
        return new Fonts(document, fonts, Set.copyOf(pages));
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
