package org.cairn.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/// What a file says that it keeps to: only what was seen to.
enum Conformance {
    /// Pages of others are in it as they are.
    NONE(false, false),
    /// PDF/A-2b: it will look the same in fifty years.
    ARCHIVAL(true, false),
    /// PDF/A-2b and PDF/UA-1: it can be read aloud as well, since every page was set here.
    ARCHIVAL_AND_ACCESSIBLE(true, true);

    private static final String SRGB = "sRGB IEC61966-2.1";

    private final boolean archival;
    private final boolean accessible;

    Conformance(boolean archival, boolean accessible) {
        this.archival = archival;
        this.accessible = accessible;
    }

    boolean archival() {
        return archival;
    }

    boolean accessible() {
        return accessible;
    }

    /// Says which colours are meant, where that is promised.
    void describe(PDDocument document) throws IOException {
        if (!archival) {
            return;
        }
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SrgbProfile.bytes()));
        intent.setInfo(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        document.getDocumentCatalog().addOutputIntent(intent);
    }
}
