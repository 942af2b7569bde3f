package org.cairn.search;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.lucene.store.IndexOutput;

/// Gathers bytes into blocks, and seals each once it is known whether another follows.
final class SealedOutput extends OutputStream {

    private final IndexOutput raw;
    private final BlockSeal seal;
    private final byte[] clear = new byte[BlockSeal.BLOCK];
    private final byte[] sealed = new byte[BlockSeal.SEALED_BLOCK];
    private int filled;
    private long block;
    private boolean closed;

    SealedOutput(IndexOutput raw, BlockSeal seal) {
        this.raw = raw;
        this.seal = seal;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == clear.length) {
                flushBlock(false);
            }
            int some = Math.min(left, clear.length - filled);
            System.arraycopy(bytes, from, clear, filled, some);
            filled += some;
            from += some;
            left -= some;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (raw) {
                flushBlock(true);
            }
        }
    }

    private void flushBlock(boolean last) throws IOException {
        int length = seal.seal(block, last, clear, filled, sealed);
        raw.writeBytes(sealed, length);
        block++;
        filled = 0;
    }
}
