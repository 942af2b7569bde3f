package org.cairn.bundle.insert;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.typeset.Paper;
import org.cairn.domain.Area;
import org.cairn.domain.PageRanges;

/// Adds the pages of sources to the end of a bundle.
///
/// Not for several threads at once. A source that is refused leaves no page in the target. What it reads must stay
/// readable until the call returns, not longer.
public final class PageInserter {

    private static final Duration TIME = Duration.ofMinutes(5);
    private static final Duration EACH_DRAWN = Duration.ofSeconds(10);

    private final PDDocument target;
    private final Paper paper;
    private final Duration time;
    private final Optional<ArchivalPages> archival;
    private final Map<String, COSStream> shared = new HashMap<>();

    /// Inserts into this document, giving each source five minutes.
    ///
    /// @param paper the sheet for what has no size of its own: pictures, and pages too small to read
    public PageInserter(PDDocument target, Paper paper) {
        this(target, paper, TIME);
    }

    /// Inserts into this document, giving each source so much time.
    public PageInserter(PDDocument target, Paper paper, Duration time) {
        this(target, paper, time, Optional.empty());
    }

    /// Inserts into a document that is for archives, so that every page of it holds.
    public PageInserter(PDDocument target, Paper paper, ArchivalPages archival) {
        this(target, paper, TIME, Optional.of(archival));
    }

    private PageInserter(PDDocument target, Paper paper, Duration time, Optional<ArchivalPages> archival) {
        this.archival = archival;
        this.target = target;
        this.paper = paper;
        this.time = time;
        // the JDK's picture readers would otherwise set pictures aside in clear in the temporary folder
        ImageIO.setUseCache(false);
    }

    /// Inserts all pages of a PDF.
    ///
    /// @param exhibitMark the first argument of every note
    /// @throws UninsertableException when its pages cannot be shown
    /// @throws IOException when the source's bytes cannot be had, or the target cannot take more
    public Inserted insertPdf(Bytes source, String exhibitMark) throws IOException, UninsertableException {
        return insertPdf(source, exhibitMark, PageRanges.ALL);
    }

    /// Inserts some pages of a PDF; nothing of the others comes with them.
    ///
    /// @param wanted which pages; of those the source does not have, a note says so
    /// @throws UninsertableException also when it has none of them
    public Inserted insertPdf(Bytes source, String exhibitMark, PageRanges wanted)
            throws IOException, UninsertableException {
        Notes notes = new Notes(exhibitMark);
        Deadline deadline = Deadline.in(time);
        try (SourceFile file = SourceFile.open(source, deadline, notes)) {
            List<PDPage> pages = new PdfInsertion(target, paper, file, shared, deadline, notes).pages(wanted);
            settle(pages, notes);
            pages.forEach(target::addPage);
            return new Inserted(pages, notes.results(), Collections.nCopies(pages.size(), Area.WHOLE));
        }
    }

    private void settle(List<PDPage> pages, Notes notes) throws IOException, UninsertableException {
        if (archival.isPresent()) {
            // drawing takes its time: a long source must not be lost for it
            archival.get().settle(pages, Deadline.in(time.plus(EACH_DRAWN.multipliedBy(pages.size()))), notes);
        }
    }

    /// Inserts a picture, each of its pages on a sheet; see [#insertPicture(Bytes, String, String)].
    public Inserted insertPicture(Bytes source, String mediaType) throws IOException, UninsertableException {
        return insertPicture(source, mediaType, "", PageRanges.ALL);
    }

    /// Inserts a picture (JPEG, PNG, TIFF, GIF, BMP, and what else the JDK finds a reader for), each of its pages on a
    /// sheet of the paper.
    ///
    /// @param mediaType what it is said to be, `image/jpeg`; the bytes decide
    /// @param exhibitMark the first argument of every note
    /// @throws UninsertableException when it cannot be shown
    public Inserted insertPicture(Bytes source, String mediaType, String exhibitMark)
            throws IOException, UninsertableException {
        return insertPicture(source, mediaType, exhibitMark, PageRanges.ALL);
    }

    /// Inserts some pages of a picture.
    ///
    /// @param wanted which pages; of those the picture does not have, a note says so
    /// @throws UninsertableException also when it has none of them
    public Inserted insertPicture(Bytes source, String mediaType, String exhibitMark, PageRanges wanted)
            throws IOException, UninsertableException {
        Notes notes = new Notes(exhibitMark);
        PictureInsertion insertion = new PictureInsertion(target, paper, Deadline.in(time), notes);
        List<PDPage> pages = insertion.pages(source, wanted);
        settle(pages, notes);
        pages.forEach(target::addPage);
        return new Inserted(pages, notes.results(), insertion.places());
    }
}
