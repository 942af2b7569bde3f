package org.cairn.bundle.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.cairn.progress.CancelledException;
import org.jspecify.annotations.Nullable;

/// Reads a file part by part, each as if it had been opened for that part alone: PDFBox holds all that it has read of a
/// file until it is closed, and a bundle may have fifty thousand pages. Several parts are read at the same time.
final class InParts {

    private static final int PAGES = 1_000;
    private static final int OBJECTS = 20_000;
    /// Fewer are not worth opening the file for once more.
    private static final int FEW = 40;

    private final ExecutorService threads;
    private final Opening opening;

    /// Opens the file once more.
    @FunctionalInterface
    interface Opening {
        PDDocument open() throws IOException;
    }

    InParts(ExecutorService threads, Opening opening) {
        this.threads = threads;
        this.opening = opening;
    }

    /// Waits for a part to be read.
    static <T> T read(Future<T> part) throws IOException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IOException("a part that cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /// Begins to read the pages, in parts that follow each other.
    ///
    /// @param keys where they are; none where they have to be looked for
    /// @param first the number that the first page should bear
    List<Future<PageFindings>> pages(List<COSObjectKey> keys, int first) {
        List<Future<PageFindings>> parts = new ArrayList<>();
        if (keys.isEmpty()) {
            parts.add(reading(document -> PageFindings.of(all(document), first)));
        }
        // two at least, for two threads, and none much shorter than the others
        int many = keys.size() <= FEW ? Math.min(1, keys.size()) : Math.max(2, Math.ceilDiv(keys.size(), PAGES));
        for (int part = 0; part < many; part++) {
            int from = (int) ((long) keys.size() * part / many);
            int to = (int) ((long) keys.size() * (part + 1) / many);
            parts.add(reading(document -> PageFindings.of(some(document, keys.subList(from, to)), first + from)));
        }
        return parts;
    }

    /// Begins to read every object.
    ///
    /// @param places every object with its place in the file, or the object that it is in
    List<Future<ObjectFindings>> objects(Map<COSObjectKey, Long> places) {
        // those that are in one object together are unpacked together
        List<COSObjectKey> keys = places.entrySet().stream()
                .sorted(Map.Entry.<COSObjectKey, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
        List<Future<ObjectFindings>> parts = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += OBJECTS) {
            List<COSObjectKey> some = keys.subList(from, Math.min(keys.size(), from + OBJECTS));
            parts.add(reading(document -> ObjectFindings.of(document.getDocument(), some)));
        }
        return parts;
    }

    /// What is made of a part.
    @FunctionalInterface
    private interface Part<T> {
        T read(PDDocument document) throws IOException;
    }

    private <T> Future<T> reading(Part<T> part) {
        Callable<T> alone = () -> {
            try (PDDocument document = opening.open()) {
                return part.read(document);
            }
        };
        return threads.submit(alone);
    }

    private static List<PDPage> all(PDDocument document) {
        List<PDPage> pages = new ArrayList<>();
        document.getPages().forEach(pages::add);
        return pages;
    }

    private static List<PDPage> some(PDDocument document, List<COSObjectKey> keys) throws IOException {
        List<PDPage> pages = new ArrayList<>();
        for (COSObjectKey key : keys) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object == null || !(object.getObject() instanceof COSDictionary page)) {
                throw new IOException("a page that is none");
            }
            pages.add(new CachedPage(page, document.getResourceCache()));
        }
        return pages;
    }

    /// A page that reads no font twice, which PDFBox gives out only where all pages are gone through.
    private static final class CachedPage extends PDPage {

        private final ResourceCache cache;

        CachedPage(COSDictionary page, ResourceCache cache) {
            super(page);
            this.cache = cache;
        }

        @Override
        public @Nullable PDResources getResources() {
            PDResources own = super.getResources();
            return own == null ? null : new PDResources(own.getCOSObject(), cache);
        }

        @Override
        public ResourceCache getResourceCache() {
            return cache;
        }
    }
}
