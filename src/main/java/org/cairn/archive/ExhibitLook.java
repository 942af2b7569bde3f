package org.cairn.archive;

import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.cairn.bundle.ExhibitPreview;
import org.cairn.domain.Area;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Redaction;
import org.cairn.drawing.DrawingProcesses;

/// The pages of one exhibit of a draft as they will stand in the bundle, with nothing taken out of them and without
/// their separator, to be looked at and for areas to be drawn on. They never leave, and are gone when this is closed.
public final class ExhibitLook implements AutoCloseable {

    private final ExhibitPreview pages;
    private final DrawingProcesses drawing;
    private final Fingerprint of;

    /// @param drawing processes of its own, which it ends
    ExhibitLook(ExhibitPreview pages, DrawingProcesses drawing, Fingerprint of) {
        this.pages = pages;
        this.drawing = drawing;
        this.of = of;
    }

    /// How many pages.
    public int count() {
        return pages.count();
    }

    /// The pages as a PDF, any number of times.
    public SeekableByteChannel open() {
        return pages.open();
    }

    /// The hash of the content that they show.
    public Fingerprint of() {
        return of;
    }

    /// An area to be taken out, with what it covers now; takes a moment.
    ///
    /// @param page from 1
    /// @param reason a code of `redaction-reason`
    /// @param from the first version that is without it
    public BundleDraft.Redacted.Part part(int page, Area area, String reason, BundleVersion from) {
        Fingerprint seen = pages.look(page).under(area);
        return new BundleDraft.Redacted.Part(from, new Redaction(page, area, reason, Optional.of(seen)));
    }

    /// Whether an area still covers what it covered when it was drawn, as far as that was written down; takes a moment.
    public boolean fits(Redaction drawn) {
        return drawn.page() <= count()
                && drawn.seen()
                        .filter(seen -> !seen.equals(pages.look(drawn.page()).under(drawn.area())))
                        .isEmpty();
    }

    @Override
    public void close() {
        pages.close();
        drawing.close();
    }

    @Override
    public String toString() {
        return "ExhibitLook";
    }
}
