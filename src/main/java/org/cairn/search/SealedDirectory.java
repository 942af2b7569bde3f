package org.cairn.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;
import org.cairn.crypto.Secret;

/// A Lucene directory whose files are sealed block by block; only Lucene's own names of them are in clear.
final class SealedDirectory extends FilterDirectory {

    private static final long CACHE_BYTES = 64L * 1024 * 1024;
    private static final int BUFFER = 8 * 1024;

    private final Secret key;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong opened = new AtomicLong();
    private final Cache<BlockId, byte[]> blocks = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((BlockId id, byte[] block) -> block.length)
            .build();

    SealedDirectory(Directory storage, Secret key) {
        super(storage);
        this.key = key.derive("sealed directory");
    }

    /// A block of a file that was opened; a file that is opened again counts as another.
    record BlockId(long input, long block) {}

    @Override
    public long fileLength(String name) throws IOException {
        ensureOpen();
        long clear = BlockSeal.clearLength(in.fileLength(name));
        if (clear < 0) {
            throw new CorruptIndexException("no sealed file has this length", name);
        }
        return clear;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        ensureOpen();
        return sealing(in.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        ensureOpen();
        return sealing(in.createTempOutput(prefix, suffix, context));
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        ensureOpen();
        IndexInput raw = in.openInput(name, context);
        try {
            if (BlockSeal.clearLength(raw.length()) < 0) {
                throw new CorruptIndexException("no sealed file has this length", name);
            }
            byte[] salt = new byte[BlockSeal.SALT];
            raw.readBytes(salt, 0, salt.length);
            return new SealedInput(name, raw, BlockSeal.of(key, salt), blocks, opened.incrementAndGet());
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        blocks.invalidateAll();
        key.close();
    }

    private IndexOutput sealing(IndexOutput raw) throws IOException {
        byte[] salt = new byte[BlockSeal.SALT];
        random.nextBytes(salt);
        raw.writeBytes(salt, salt.length);
        SealedOutput sealed = new SealedOutput(raw, BlockSeal.of(key, salt));
        return new OutputStreamIndexOutput("sealed", raw.getName(), sealed, BUFFER);
    }
}
