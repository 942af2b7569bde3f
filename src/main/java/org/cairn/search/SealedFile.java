package org.cairn.search;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.IndexInput;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// A sealed file that is open for reading: its blocks, opened when somebody needs them and kept while there is room.
///
/// Any number of threads may ask for blocks at once.
final class SealedFile {

    private final String name;
    private final IndexInput raw;
    private final @Nullable BlockSeal seal;
    private final Cache<BlockId, byte[]> cache;
    private final long id;
    private final long sealedLength;
    private final long length;
    private volatile boolean closed;

    /// @param raw the bytes as they lie on the disk
    /// @param seal absent where no sealed file has that length: Lucene may list a file that is still being written, and
    ///     one may open it, but none of it can be read
    /// @param id told to no other file: one that is opened again has other blocks
    SealedFile(String name, IndexInput raw, @Nullable BlockSeal seal, Cache<BlockId, byte[]> cache, long id) {
        this.name = name;
        this.raw = raw;
        this.seal = seal;
        this.cache = cache;
        this.id = id;
        this.sealedLength = raw.length();
        this.length = Math.max(seal == null ? 1 : 0, BlockSeal.clearLength(sealedLength));
    }

    /// A block of a file that was opened.
    record BlockId(long file, long block) {}

    String name() {
        return name;
    }

    /// Bytes in clear.
    long length() {
        return length;
    }

    /// A block in clear, by its number from 0.
    byte[] block(long number) throws IOException {
        requireOpen();
        BlockId key = new BlockId(id, number);
        byte[] found = cache.getIfPresent(key);
        if (found == null) {
            found = open(number, raw.clone());
            cache.put(key, found);
        }
        return found;
    }

    /// Opens every block, past the cache: what a check of the file means.
    void readWhole(Progress progress) throws IOException {
        requireOpen();
        IndexInput from = raw.clone();
        long count = Math.max(1, Math.ceilDiv(sealedLength - BlockSeal.SALT, BlockSeal.SEALED_BLOCK));
        for (long number = 0; number < count; number++) {
            progress.checkCancelled();
            open(number, from);
        }
    }

    void requireOpen() {
        if (closed) {
            throw new AlreadyClosedException("closed: " + name);
        }
    }

    void close() throws IOException {
        closed = true;
        raw.close();
    }

    private byte[] open(long number, IndexInput from) throws IOException {
        if (seal == null) {
            throw new CorruptIndexException("no sealed file has this length", name);
        }
        long start = BlockSeal.SALT + number * BlockSeal.SEALED_BLOCK;
        int some = (int) Math.min(BlockSeal.SEALED_BLOCK, sealedLength - start);
        byte[] sealed = new byte[some];
        from.seek(start);
        from.readBytes(sealed, 0, some, false);
        return seal.open(number, start + some == sealedLength, sealed, some, name);
    }
}
