package org.cairn.search;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/// Reads a sealed file from any place, one opened block at a time.
final class SealedInput extends BufferedIndexInput {

    private static final int BUFFER = 4 * 1024;

    private final String name;
    private final Cache<SealedDirectory.BlockId, byte[]> blocks;
    private final long id;
    private final long length;
    private IndexInput raw;
    private BlockSeal seal;
    private byte @Nullable [] sealed;
    private byte @Nullable [] current;
    private long currentBlock = -1;
    private boolean isClone;

    SealedInput(
            String name, IndexInput raw, BlockSeal seal, Cache<SealedDirectory.BlockId, byte[]> blocks, long id) {
        super("sealed " + name, BUFFER);
        this.name = name;
        this.raw = raw;
        this.seal = seal;
        this.blocks = blocks;
        this.id = id;
        this.length = BlockSeal.clearLength(raw.length());
    }

    @Override
    protected void readInternal(ByteBuffer into) throws IOException {
        long at = getFilePointer();
        if (at + into.remaining() > length) {
            throw new EOFException("past the end of " + name);
        }
        while (into.hasRemaining()) {
            byte[] block = block(at / BlockSeal.BLOCK);
            int from = (int) (at % BlockSeal.BLOCK);
            int some = Math.min(into.remaining(), block.length - from);
            into.put(block, from, some);
            at += some;
        }
    }

    @Override
    protected void seekInternal(long position) throws IOException {
        if (position > length) {
            throw new EOFException("past the end of " + name);
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public SealedInput clone() {
        SealedInput clone = (SealedInput) super.clone();
        clone.raw = raw.clone();
        clone.seal = seal.another();
        clone.sealed = null;
        clone.current = null;
        clone.currentBlock = -1;
        clone.isClone = true;
        return clone;
    }

    @Override
    public void close() throws IOException {
        if (!isClone) {
            raw.close();
        }
    }

    /// Opens every block, past the cache: what a check of the file means.
    void readWhole() throws IOException {
        long count = Math.ceilDiv(raw.length() - BlockSeal.SALT, BlockSeal.SEALED_BLOCK);
        for (long block = 0; block < count; block++) {
            open(block);
        }
    }

    private byte[] block(long block) throws IOException {
        byte[] held = current;
        if (block == currentBlock && held != null) {
            return held;
        }
        SealedDirectory.BlockId key = new SealedDirectory.BlockId(id, block);
        byte[] found = blocks.getIfPresent(key);
        if (found == null) {
            found = open(block);
            blocks.put(key, found);
        }
        current = found;
        currentBlock = block;
        return found;
    }

    private byte[] open(long block) throws IOException {
        byte[] buffer = sealed;
        if (buffer == null) {
            buffer = new byte[BlockSeal.SEALED_BLOCK];
            sealed = buffer;
        }
        long from = BlockSeal.SALT + block * BlockSeal.SEALED_BLOCK;
        int some = (int) Math.min(BlockSeal.SEALED_BLOCK, raw.length() - from);
        raw.seek(from);
        raw.readBytes(buffer, 0, some);
        return seal.open(block, from + some == raw.length(), buffer, some, name);
    }
}
