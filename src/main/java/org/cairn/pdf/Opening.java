package org.cairn.pdf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// Opens a PDF by the way that it names, and where that leads to no page by a search through all of it.
final class Opening {

    private final RandomAccessRead bytes;
    private final String password;
    private final StreamCacheCreateFunction cache;

    Opening(RandomAccessRead bytes, String password, StreamCacheCreateFunction cache) {
        this.bytes = bytes;
        this.password = password;
        this.cache = cache;
    }

    OpenedPdf open() throws IOException {
        PDDocument document;
        try {
            document = new SparingParser(bytes, password, cache).parse();
        } catch (InvalidPasswordException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            OpenedPdf searched = searched();
            if (searched == null) {
                throw e;
            }
            return new OpenedPdf(searched.document(), searched.pages(), true);
        }
        OpenedPdf opened = null;
        try {
            opened = walked(document);
            return opened;
        } finally {
            if (opened == null || opened.document() != document) {
                document.getDocument().close(); // and not the bytes, which are the other's
            }
        }
    }

    private OpenedPdf walked(PDDocument document) throws IOException {
        PageWalk walk = PageWalk.through(root(document));
        OpenedPdf searched = walk.foundAny() && !isPatched(document) ? null : searched();
        if (searched == null) {
            return settled(document, walk);
        }
        boolean knowsTheLock = searched.document().isEncrypted() && !document.isEncrypted();
        if (walk.foundAny()
                && !knowsTheLock
                && searched.pages().size() <= walk.pages().size()) {
            searched.document().getDocument().close();
            return settled(document, walk);
        }
        return searched;
    }

    /// Whether the library had to put a trailer together. It drops pages then that it cannot read, and may forget that
    /// the file is locked and take the locked pages for open ones.
    private static boolean isPatched(PDDocument document) {
        return !document.getDocument().getTrailer().containsKey(COSName.SIZE);
    }

    private OpenedPdf settled(PDDocument document, PageWalk walk) throws IOException {
        COSDictionary root = root(document);
        PageWalk found = walk;
        if (root != null && walk.foundAny() && walk.holes() > 0) {
            Strays.of(Scan.of(bytes), document.getDocument()).fill(root);
            found = PageWalk.through(root);
        }
        if (root == null || found.misleads()) {
            plant(document, found.pages());
        }
        boolean damaged = walk.holes() > 0 || walk.overstated() || !walk.foundAny() || found.cutOff();
        return new OpenedPdf(document, found.pages(), damaged);
    }

    /// What a search through the whole file finds.
    ///
    /// @return nothing where there is no page; why it could not be opened in the first place says more then
    private @Nullable OpenedPdf searched() throws InvalidPasswordException, InterruptedIOException {
        try {
            Scan scan = Scan.of(bytes);
            PDDocument document = new SearchedPdf(bytes, password, cache, scan).parse();
            OpenedPdf opened = null;
            try {
                opened = searched(document, scan);
                return opened;
            } finally {
                if (opened == null) {
                    document.getDocument().close();
                }
            }
        } catch (InvalidPasswordException | InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private @Nullable OpenedPdf searched(PDDocument document, Scan scan) throws IOException {
        Strays strays = null;
        if (root(document) == null) {
            strays = Strays.of(scan, document.getDocument());
            settleRoot(document.getDocument(), strays.catalog());
        }
        PageWalk walk = PageWalk.through(root(document));
        if (walk.foundAny()) {
            return settled(document, walk);
        }
        return gathered(document, walk, strays == null ? Strays.of(scan, document.getDocument()) : strays);
    }

    /// All pages of a file that has lost the root of them; where there are none, as many empty ones as it names.
    private static @Nullable OpenedPdf gathered(PDDocument document, PageWalk named, Strays strays)
            throws InterruptedIOException {
        settleRoot(document.getDocument(), strays.catalog());
        List<COSDictionary> found = PageWalk.through(strays.root(), true).pages();
        List<COSDictionary> pages = found.isEmpty() ? named.pages() : found;
        if (pages.isEmpty()) {
            return null;
        }
        plant(document, pages);
        return new OpenedPdf(document, pages, true);
    }

    /// With the root come files that are attached, and what was filled in.
    private static void settleRoot(COSDocument document, @Nullable COSDictionary catalog) {
        COSDictionary said = Resolved.dictionary(document.getTrailer().getItem(COSName.ROOT));
        if (catalog != null && (said == null || !COSName.CATALOG.equals(Resolved.type(said)))) {
            document.getTrailer().setItem(COSName.ROOT, catalog);
        }
    }

    private static @Nullable COSDictionary root(PDDocument document) {
        COSDictionary catalog =
                Resolved.dictionary(document.getDocument().getTrailer().getItem(COSName.ROOT));
        return catalog == null ? null : Resolved.dictionary(catalog.getItem(COSName.PAGES));
    }

    /// One list of all pages. What a page has from branches above it, it still finds there.
    private static void plant(PDDocument document, List<COSDictionary> pages) {
        COSDictionary root = Strays.branch();
        root.setItem(COSName.KIDS, new COSArray(pages));
        root.setInt(COSName.COUNT, pages.size());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, root);
    }
}
