package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.jspecify.annotations.Nullable;

/// Where PDFBox sets streams aside: in memory up to a limit, beyond it in a sealed file that vanishes on closing.
///
/// Pages of 4 KiB, since most streams of a PDF are smaller than that. One lock guards them all: pages of the bundle may
/// be drawn on another thread than the one that writes it.
public final class SealedScratch implements RandomAccessStreamCache {

    static final int PAGE = 4096;
    private static final int DEFAULT_MEGABYTES = 64;

    private final int pagesInMemory;
    private final Deque<Integer> free = new ArrayDeque<>();
    private final LinkedHashMap<Integer, byte[]> inMemory = new LinkedHashMap<>(1024, 0.75f, true);
    private @Nullable SealedPages file;
    private int count;
    private boolean closed;

    private SealedScratch(int megabytes) {
        this.pagesInMemory = Math.max(16, megabytes * ((1 << 20) / PAGE));
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
        hold(page, new byte[PAGE]);
        return page;
    }

    synchronized void release(List<Integer> numbers) {
        if (!closed) {
            numbers.forEach(inMemory::remove);
            free.addAll(numbers);
        }
    }

    synchronized void read(int page, int at, byte[] into, int offset, int count) throws IOException {
        System.arraycopy(held(page), at, into, offset, count);
    }

    synchronized void write(int page, int at, byte[] from, int offset, int count) throws IOException {
        System.arraycopy(from, offset, held(page), at, count);
    }

    private byte[] held(int page) throws IOException {
        open();
        byte[] bytes = inMemory.get(page);
        if (bytes == null) {
            bytes = spill().read(page);
            hold(page, bytes);
        }
        return bytes;
    }

    private void hold(int page, byte[] bytes) throws IOException {
        inMemory.put(page, bytes);
        if (inMemory.size() > pagesInMemory) {
            Map.Entry<Integer, byte[]> eldest = inMemory.firstEntry();
            spill().write(eldest.getKey(), eldest.getValue());
            inMemory.remove(eldest.getKey());
        }
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
        SealedPages opened = file;
        file = null;
        if (opened != null) {
            opened.close();
        }
    }
}
