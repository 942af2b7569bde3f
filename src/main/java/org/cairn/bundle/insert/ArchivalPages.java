package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.typeset.Fonts;

/// Makes pages of others fit for archives (PDF/A-2b): mended where that changes nothing to see, drawn as a picture with
/// their words behind it where not.
///
/// What holds is decided here and not by veraPDF, which lays what it reads of a page open in temporary files. It is
/// decided strictly: a page that would have held may be drawn, but none that does not hold is kept.
public final class ArchivalPages {

    private final PDDocument target;
    private final IntFunction<Fonts> fonts;

    /// @param fonts of the target, in which words behind pictures are set
    public ArchivalPages(PDDocument target, Fonts fonts) {
        this(target, page -> fonts);
    }

    /// @param fonts of each page, from 1
    public ArchivalPages(PDDocument target, IntFunction<Fonts> fonts) {
        this.target = target;
        this.fonts = fonts;
    }

    /// Settles the pages of one source, which are not in the target yet.
    void settle(List<PDPage> pages, Deadline deadline, Notes notes) throws IOException, UninsertableException {
        ArchivalFonts known = new ArchivalFonts();
        for (int i = 0; i < pages.size(); i++) {
            deadline.check();
            PDPage page = pages.get(i);
            if (!holds(page, known)) {
                notes.onPage(i + 1);
                notes.count(Notes.Kind.DRAWN_FOR_ARCHIVE);
                new DrawnAnew(target, fonts.apply(i + 1), page).draw();
            }
        }
    }

    private static boolean holds(PDPage page, ArchivalFonts known) {
        COSDictionary own = page.getCOSObject();
        try {
            new ArchivalMender().mend(own);
            return new ArchivalObjects().hold(own) && new ArchivalWalk(page, known).run(page) && looks(page, known);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /// What is written in the looks of comments is followed like the page itself.
    private static boolean looks(PDPage page, ArchivalFonts known) {
        return AnnotationKeeper.annotations(page.getCOSObject()).stream()
                .filter(one -> !"Link".equals(one.getNameAsString(org.apache.pdfbox.cos.COSName.SUBTYPE)))
                .allMatch(one -> new ArchivalWalk(page, known).run(one));
    }
}
