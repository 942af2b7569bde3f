package org.cairn.bundle;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Structure;
import org.cairn.bundle.typeset.Typeset;

/// A document every page of which is set here: it is fit for archives and can be read aloud.
final class OwnPages {

    private final PDDocument document;
    private final Structure structure;

    OwnPages(PDDocument document) {
        this.document = document;
        this.structure = new Structure(document);
    }

    /// Puts pages at its end.
    OwnPages add(Typeset typeset) {
        typeset.pages().forEach(document::addPage);
        structure.whole().add(typeset.part());
        return this;
    }

    /// The last thing before it is saved.
    void finish(Fonts fonts, Locale language, Imprint imprint) throws IOException {
        structure.finish(language);
        fonts.finish();
        imprint.put(document, Conformance.ARCHIVAL_AND_ACCESSIBLE);
    }
}
