package org.cairn.archive;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.cairn.bundle.BundlePreview;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.VolumeSpan;

/// The pages of a draft as they would be written now, with their numbers, to be looked at. They never leave, and are
/// gone when this is closed.
public final class DraftPages implements AutoCloseable {

    private final BundlePreview preview;

    DraftPages(BundlePreview preview) {
        this.preview = preview;
    }

    /// The volumes, in order.
    public List<VolumeSpan> volumes() {
        return preview.volumes();
    }

    /// Where each exhibit stands.
    public List<ExhibitPlace> places() {
        return preview.places();
    }

    /// What had to be mended on the way, and what a person must look at.
    public List<RuleResult> notes() {
        return preview.notes();
    }

    /// How many pages all volumes have.
    public int pages() {
        return preview.pages();
    }

    /// A volume as a PDF, any number of times.
    public SeekableByteChannel open(VolumeSpan volume) {
        return preview.open(volume);
    }

    @Override
    public void close() {
        preview.close();
    }

    @Override
    public String toString() {
        return "DraftPages";
    }
}
