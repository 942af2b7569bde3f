package org.cairn.bundle.insert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.cairn.pdf.OpenedPdf;

/// A source PDF opened for reading, with what must be said of it as a whole.
final class SourceFile implements Closeable {

    private static final int SCRATCH_MEGABYTES = 16;
    private static final int MOST_PAGES = 50_000;

    private final PDDocument document;
    private final List<COSDictionary> pages;

    private SourceFile(PDDocument document, List<COSDictionary> pages) {
        this.document = document;
        this.pages = pages;
    }

    static SourceFile open(Bytes bytes, Deadline deadline, Notes notes) throws IOException, UninsertableException {
        SeekableByteChannel channel = bytes.open();
        try {
            return Limited.run(deadline, () -> read(new ChannelRead(channel), notes));
        } catch (InvalidPasswordException e) {
            channel.close();
            throw new UninsertableException(UninsertableException.PASSWORD);
        } catch (IOException e) {
            channel.close();
            boolean locked = Locked.isLocked(bytes);
            throw new UninsertableException(locked ? UninsertableException.PASSWORD : UninsertableException.DAMAGED);
        } catch (UninsertableException e) {
            channel.close();
            throw e;
        }
    }

    private static SourceFile read(ChannelRead bytes, Notes notes) throws IOException, UninsertableException {
        OpenedPdf opened = OpenedPdf.open(bytes, "", SealedScratch.cache(SCRATCH_MEGABYTES));
        PDDocument document = opened.document();
        try {
            tellOfWhole(document, notes);
            if (opened.damaged()) {
                notes.count(Notes.Kind.WAY_TO_PAGES_BROKEN);
            }
            document.setAllSecurityToBeRemoved(true);
            FormReady.prepare(document, notes);
            return new SourceFile(document, insertable(opened.pages()));
        } catch (UninsertableException | RuntimeException | Error e) {
            document.close();
            throw e;
        }
    }

    private static void tellOfWhole(PDDocument document, Notes notes) {
        if (document.isEncrypted() && !document.getCurrentAccessPermission().isOwnerPermission()) {
            notes.count(Notes.Kind.RESTRICTED);
        }
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (catalog.containsKey(COSName.OPEN_ACTION)
                        && catalog.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary
                || catalog.containsKey(COSName.AA)) {
            notes.count(Notes.Kind.ACTIVE_REMOVED);
        }
        if (SourceCloner.resolved(catalog.getItem(COSName.NAMES)) instanceof COSDictionary names) {
            if (names.getDictionaryObject(COSName.EMBEDDED_FILES) != null) {
                notes.count(Notes.Kind.ATTACHMENTS_LEFT_OUT);
            }
            if (names.getDictionaryObject(COSName.getPDFName("JavaScript")) != null) {
                notes.count(Notes.Kind.ACTIVE_REMOVED);
            }
        }
    }

    private static List<COSDictionary> insertable(List<COSDictionary> pages) throws UninsertableException {
        if (pages.isEmpty()) {
            throw new UninsertableException(UninsertableException.NO_PAGES);
        }
        if (pages.size() > MOST_PAGES) {
            throw new UninsertableException(UninsertableException.TOO_LARGE);
        }
        return pages;
    }

    PDDocument document() {
        return document;
    }

    COSDictionary catalog() {
        return document.getDocumentCatalog().getCOSObject();
    }

    List<COSDictionary> pages() {
        return pages;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
