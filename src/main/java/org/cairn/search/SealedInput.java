package org.cairn.search;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/// Reads a sealed file, or a stretch of one, from any place, straight out of the block that it holds open.
final class SealedInput extends IndexInput implements RandomAccessInput {

    private static final byte[] NO_BLOCK = {};
    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);

    private final SealedFile file;
    /// Where this stretch lies in the file.
    private final long from;
    private final long length;
    private final boolean owner;
    private byte[] block = NO_BLOCK;
    /// Where the open block begins, in this stretch; negative when it begins before.
    private long blockStart;
    private long at;

    /// The whole of a file, which is closed with this.
    SealedInput(SealedFile file) {
        this("sealed " + file.name(), file, 0, file.length(), true);
    }

    private SealedInput(String description, SealedFile file, long from, long length, boolean owner) {
        super(description);
        this.file = file;
        this.from = from;
        this.length = length;
        this.owner = owner;
    }

    SealedFile file() {
        return file;
    }

    @Override
    public byte readByte() throws IOException {
        byte read = readByte(at);
        at++;
        return read;
    }

    @Override
    public short readShort() throws IOException {
        short read = readShort(at);
        at += Short.BYTES;
        return read;
    }

    @Override
    public int readInt() throws IOException {
        int read = readInt(at);
        at += Integer.BYTES;
        return read;
    }

    @Override
    public long readLong() throws IOException {
        long read = readLong(at);
        at += Long.BYTES;
        return read;
    }

    @Override
    public void readBytes(byte[] into, int offset, int count) throws IOException {
        readBytes(at, into, offset, count);
        at += count;
    }

    @Override
    public byte readByte(long place) throws IOException {
        int start = inBlock(place);
        return block[start];
    }

    @Override
    public void readBytes(long place, byte[] into, int offset, int count) throws IOException {
        if (place + count > length) {
            throw pastEnd();
        }
        int done = 0;
        while (done < count) {
            int start = inBlock(place + done);
            int some = Math.min(count - done, block.length - start);
            System.arraycopy(block, start, into, offset + done, some);
            done += some;
        }
    }

    @Override
    public short readShort(long place) throws IOException {
        int start = inBlock(place);
        return fits(place, start, Short.BYTES)
                ? (short) SHORTS.get(block, start)
                : (short) (readByte(place) & 0xFF | readByte(place + 1) << 8);
    }

    @Override
    public int readInt(long place) throws IOException {
        int start = inBlock(place);
        return fits(place, start, Integer.BYTES)
                ? (int) INTS.get(block, start)
                : readShort(place) & 0xFFFF | readShort(place + Short.BYTES) << 16;
    }

    @Override
    public long readLong(long place) throws IOException {
        int start = inBlock(place);
        return fits(place, start, Long.BYTES)
                ? (long) LONGS.get(block, start)
                : readInt(place) & 0xFFFF_FFFFL | (long) readInt(place + Integer.BYTES) << 32;
    }

    @Override
    public long getFilePointer() {
        return at;
    }

    @Override
    public void seek(long place) throws IOException {
        if (place < 0 || place > length) {
            throw pastEnd();
        }
        at = place;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public SealedInput clone() {
        file.requireOpen();
        SealedInput clone = new SealedInput(toString(), file, from, length, false);
        clone.at = at;
        clone.block = block;
        clone.blockStart = blockStart;
        return clone;
    }

    @Override
    public SealedInput slice(String description, long offset, long count) {
        file.requireOpen();
        if (offset < 0 || count < 0 || offset > length - count) {
            throw new IllegalArgumentException("no such stretch of " + this);
        }
        return new SealedInput(getFullSliceDescription(description), file, from + offset, count, false);
    }

    @Override
    public void close() throws IOException {
        if (owner) {
            file.close();
        }
    }

    /// Opens the block of a place, unless it is the one that is open, and says where in it the place is.
    private int inBlock(long place) throws IOException {
        long inOpen = place - blockStart;
        if (place >= length || place < 0) {
            throw pastEnd();
        }
        if (inOpen < 0 || inOpen >= block.length) {
            long number = (from + place) / BlockSeal.BLOCK;
            block = file.block(number);
            blockStart = number * BlockSeal.BLOCK - from;
            inOpen = place - blockStart;
        }
        return (int) inOpen;
    }

    private boolean fits(long place, int start, int bytes) {
        return start + bytes <= block.length && place + bytes <= length;
    }

    private EOFException pastEnd() {
        return new EOFException("past the end of " + this);
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }
}
