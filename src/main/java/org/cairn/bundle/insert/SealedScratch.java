package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.jspecify.annotations.Nullable;

/// Where PDFBox sets streams aside: in memory up to a limit, beyond it in a sealed file that vanishes on closing.
///
/// Pages of 4 KiB, since most streams of a PDF are smaller than that; those that have not been used for longest go to
/// the file several at a time, and come back several at a time where they are read one after another. One lock guards
/// them all: pages of the bundle may be drawn on another thread than the one that writes it.
public final class SealedScratch implements RandomAccessStreamCache {

    static final int PAGE = 4096;
    private static final int DEFAULT_MEGABYTES = 64;
    private static final int FEWEST = 2 * SealedPages.TOGETHER;

    private final int pagesInMemory;
    private final Deque<Integer> free = new ArrayDeque<>();
    /// The page used last stands last.
    private final LinkedHashMap<Integer, byte[]> inMemory = new LinkedHashMap<>(1024, 0.75f, true);
    /// Pages that the file holds as they are now.
    private final BitSet inFile = new BitSet();
    /// What held pages that are in memory no more, for the next ones.
    private final Deque<byte[]> spare = new ArrayDeque<>();
    private @Nullable SealedPages file;
    private int count;
    /// The page after the one that was brought back last.
    private int next = -1;
    private boolean closed;

    private SealedScratch(int megabytes) {
        this.pagesInMemory = Math.max(FEWEST, megabytes * ((1 << 20) / PAGE));
    }

    /// Sealed scratch that keeps up to 64 MB in memory.
    public static StreamCacheCreateFunction cache() {
        return cache(DEFAULT_MEGABYTES);
    }

    /// Sealed scratch that keeps up to so many megabytes in memory, for each document made with it.
    public static StreamCacheCreateFunction cache(int megabytes) {
        return () -> new SealedScratch(megabytes);
    }

    @Override
    public RandomAccess createBuffer() {
        return new ScratchBuffer(this);
    }

    synchronized int allocate() throws IOException {
        open();
        Integer page = free.poll();
        if (page == null) {
            page = count++;
        }
        makeRoom(1);
        inMemory.put(page, blank());
        return page;
    }

    synchronized void release(int[] numbers) {
        if (!closed) {
            for (int page : numbers) {
                letGo(page);
                inFile.clear(page);
                free.add(page);
            }
        }
    }

    synchronized void read(int page, int at, byte[] into, int offset, int count) throws IOException {
        System.arraycopy(held(page), at, into, offset, count);
    }

    synchronized void write(int page, int at, byte[] from, int offset, int count) throws IOException {
        System.arraycopy(from, offset, held(page), at, count);
        inFile.clear(page);
    }

    private byte[] held(int page) throws IOException {
        open();
        byte[] bytes = inMemory.get(page);
        return bytes == null ? broughtBack(page) : bytes;
    }

    /// Where pages are read one after another, those that follow come with the one that is asked for.
    private byte[] broughtBack(int page) throws IOException {
        int many = page == next ? following(page) : 1;
        makeRoom(many);
        List<byte[]> pages = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            pages.add(blank());
        }
        spill().read(page, pages);
        for (int i = many - 1; i >= 0; i--) {
            inMemory.put(page + i, pages.get(i));
        }
        next = page + many;
        return pages.getFirst();
    }

    /// How many pages from one on are in the file and not in memory.
    private int following(int page) {
        int many = 1;
        while (many < SealedPages.TOGETHER && inFile.get(page + many) && !inMemory.containsKey(page + many)) {
            many++;
        }
        return many;
    }

    private void makeRoom(int many) throws IOException {
        if (inMemory.size() + many > pagesInMemory) {
            TreeMap<Integer, byte[]> eldest = new TreeMap<>();
            inMemory.sequencedEntrySet().stream()
                    .limit(SealedPages.TOGETHER)
                    .forEach(page -> eldest.put(page.getKey(), page.getValue()));
            keep(eldest);
            eldest.keySet().forEach(this::letGo);
        }
    }

    /// Writes those that the file does not hold as they are, each run of neighbours at once.
    private void keep(TreeMap<Integer, byte[]> pages) throws IOException {
        List<byte[]> run = new ArrayList<>();
        for (Map.Entry<Integer, byte[]> page : pages.entrySet()) {
            int number = page.getKey();
            if (!inFile.get(number)) {
                run.add(page.getValue());
            }
            boolean ends = !pages.containsKey(number + 1) || inFile.get(number + 1);
            if (ends && !run.isEmpty()) {
                spill().write(number + 1 - run.size(), run);
                run.clear();
            }
        }
        pages.keySet().forEach(inFile::set);
    }

    private void letGo(int page) {
        byte[] bytes = inMemory.remove(page);
        if (bytes != null && spare.size() < SealedPages.TOGETHER) {
            spare.push(bytes);
        }
    }

    /// What it held before is never read: nobody reads further than was written.
    private byte[] blank() {
        byte[] bytes = spare.poll();
        return bytes == null ? new byte[PAGE] : bytes;
    }

    private SealedPages spill() throws IOException {
        SealedPages opened = file;
        if (opened == null) {
            opened = SealedPages.create(PAGE);
            file = opened;
        }
        return opened;
    }

    private void open() throws IOException {
        if (closed) {
            throw new IOException("scratch closed");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        inMemory.clear();
        free.clear();
        spare.clear();
        SealedPages opened = file;
        file = null;
        if (opened != null) {
            opened.close();
        }
    }
}
