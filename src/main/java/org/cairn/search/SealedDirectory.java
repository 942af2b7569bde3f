package org.cairn.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;
import org.cairn.crypto.Secret;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// A Lucene directory whose files are sealed block by block; only Lucene's own names of them are in clear.
final class SealedDirectory extends FilterDirectory {

    private static final long CACHE_BYTES = 64L * 1024 * 1024;
    private static final int BUFFER = 8 * 1024;
    /// What a commit's file is called until it is whole; renaming it then is what makes the commit.
    private static final String PENDING = "pending_";

    private final Secret key;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong opened = new AtomicLong();
    private final Cache<SealedFile.BlockId, byte[]> blocks = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((SealedFile.BlockId id, byte[] block) -> block.length)
            // what there is to tidy is done by whoever reads: no thread of its own
            .executor(Runnable::run)
            .build();

    SealedDirectory(Directory storage, Secret key) {
        super(storage);
        this.key = key.derive("sealed directory");
    }

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
            return new SealedInput(new SealedFile(name, raw, seal(name, raw), blocks, opened.incrementAndGet()));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /// A file is sealed to its name: what gets another is sealed again.
    @Override
    public void rename(String source, String dest) throws IOException {
        ensureOpen();
        if (lastingName(source).equals(lastingName(dest))) {
            in.rename(source, dest);
        } else {
            copyFrom(this, source, dest, IOContext.DEFAULT);
            in.sync(List.of(dest));
            in.deleteFile(source);
        }
    }

    /// Opens every block of a file, past the cache.
    ///
    /// @throws CorruptIndexException when one is not what was sealed
    void readWhole(String name, Progress progress) throws IOException {
        try (IndexInput input = openInput(name, IOContext.READONCE)) {
            if (input instanceof SealedInput sealed) {
                sealed.file().readWhole(progress);
            }
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        blocks.invalidateAll();
        key.close();
    }

    private @Nullable BlockSeal seal(String name, IndexInput raw) throws IOException {
        if (BlockSeal.clearLength(raw.length()) < 0) {
            return null;
        }
        byte[] salt = new byte[BlockSeal.SALT];
        raw.readBytes(salt, 0, salt.length);
        return BlockSeal.of(key, lastingName(name), salt);
    }

    private IndexOutput sealing(IndexOutput raw) throws IOException {
        byte[] salt = new byte[BlockSeal.SALT];
        random.nextBytes(salt);
        raw.writeBytes(salt, salt.length);
        SealedOutput sealed = new SealedOutput(raw, BlockSeal.of(key, lastingName(raw.getName()), salt));
        return new OutputStreamIndexOutput("sealed " + raw.getName(), raw.getName(), sealed, BUFFER);
    }

    private static String lastingName(String name) {
        return name.startsWith(PENDING) ? name.substring(PENDING.length()) : name;
    }
}
