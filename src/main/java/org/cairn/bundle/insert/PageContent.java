package org.cairn.bundle.insert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// What is drawn on one page of a source, judged and made fit to be carried over.
///
/// @param contents a stream or an array of streams of the target, or null when the page is empty
/// @param enclosed whether it must be enclosed: it leaves the drawing state open, or numbers its marked content, which
///     would mix with the number that it gets here
record PageContent(@Nullable COSBase contents, boolean enclosed) {

    private static final int LIMIT = 256 << 20;

    /// @return nothing when the page can only be drawn as a picture
    static @Nullable PageContent of(
            COSDictionary page, SourceCloner cloner, StreamCopier streams, HiddenLayers layers, Notes notes)
            throws IOException, UninsertableException {
        List<COSStream> parts = parts(page);
        if (parts.isEmpty()) {
            return new PageContent(null, false);
        }
        byte[] content = join(parts);
        ContentScan.Verdict verdict = ContentScan.of(content);
        if (verdict.clean() && !layers.any()) {
            return new PageContent(
                    carried(parts, content, cloner, streams, notes), !verdict.balanced() || verdict.marks());
        }
        return mended(content, page, streams, layers, verdict.clean(), notes);
    }

    private static @Nullable PageContent mended(
            byte[] content, COSDictionary page, StreamCopier streams, HiddenLayers layers, boolean clean, Notes notes)
            throws IOException {
        COSDictionary resources =
                SourceBoxes.inherited(page, COSName.RESOURCES) instanceof COSDictionary own ? own : null;
        ContentMender.Mended mended = ContentMender.mend(content, layers, resources);
        ContentScan.Verdict verdict = ContentScan.of(mended.content());
        if (!mended.whole() || !verdict.clean()) {
            return null;
        }
        if (!clean) {
            notes.count(Notes.Kind.CONTENT_REPAIRED);
        }
        if (mended.leftOut()) {
            notes.count(Notes.Kind.HIDDEN_REMOVED);
        }
        return new PageContent(streams.folded(mended.content()), !verdict.balanced() || verdict.marks());
    }

    private static COSBase carried(
            List<COSStream> parts, byte[] content, SourceCloner cloner, StreamCopier streams, Notes notes)
            throws IOException, UninsertableException {
        for (COSStream part : parts) {
            if (!SoundStream.isSound(part)) {
                if (SoundStream.filters(part).equals(List.of(COSName.FLATE_DECODE))) {
                    notes.count(Notes.Kind.CONTENT_REPAIRED);
                }
                return streams.folded(content);
            }
        }
        COSArray array = new COSArray();
        for (COSStream part : parts) {
            array.add(cloner.copy(part));
        }
        return array.size() == 1 ? array.get(0) : array;
    }

    private static List<COSStream> parts(COSDictionary page) {
        List<COSStream> parts = new ArrayList<>();
        COSBase contents = SourceCloner.resolved(page.getItem(COSName.CONTENTS));
        if (contents instanceof COSStream one) {
            parts.add(one);
        } else if (contents instanceof COSArray array) {
            for (COSBase value : array) {
                if (SourceCloner.resolved(value) instanceof COSStream part) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    /// The parts with a blank between them: tokens do not reach over the seam.
    private static byte[] join(List<COSStream> parts) throws IOException, UninsertableException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (COSStream part : parts) {
            joined.write(SoundStream.unfold(part, LIMIT));
            joined.write('\n');
            if (joined.size() > LIMIT) {
                throw new UninsertableException(UninsertableException.TOO_LARGE);
            }
        }
        return joined.toByteArray();
    }
}
