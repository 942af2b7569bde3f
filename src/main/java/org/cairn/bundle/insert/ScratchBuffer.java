package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessReadView;

/// One stream set aside: a row of pages of the scratch, written at the position and read from it.
final class ScratchBuffer implements RandomAccess {

    private final SealedScratch scratch;
    private static final int[] NONE = {};

    /// No list and no array beyond what it needs: a long bundle has hundreds of thousands of short streams.
    private int[] pages = NONE;
    private int held;
    private long position;
    private long length;
    private boolean closed;

    ScratchBuffer(SealedScratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        open();
        int done = 0;
        while (done < count) {
            int index = (int) (position / SealedScratch.PAGE);
            int at = (int) (position % SealedScratch.PAGE);
            while (index >= held) {
                add(scratch.allocate());
            }
            int part = Math.min(count - done, SealedScratch.PAGE - at);
            scratch.write(pages[index], at, bytes, offset + done, part);
            position += part;
            done += part;
        }
        length = Math.max(length, position);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        open();
        if (count == 0) {
            return 0;
        }
        if (position >= length) {
            return -1;
        }
        int wanted = (int) Math.min(count, length - position);
        int done = 0;
        while (done < wanted) {
            int at = (int) (position % SealedScratch.PAGE);
            int part = Math.min(wanted - done, SealedScratch.PAGE - at);
            scratch.read(pages[(int) (position / SealedScratch.PAGE)], at, into, offset + done, part);
            position += part;
            done += part;
        }
        return done;
    }

    @Override
    public void clear() throws IOException {
        open();
        release();
        position = 0;
        length = 0;
    }

    private void add(int page) {
        if (held == pages.length) {
            pages = Arrays.copyOf(pages, Math.max(1, held * 2));
        }
        pages[held++] = page;
    }

    private void release() {
        scratch.release(Arrays.copyOf(pages, held));
        pages = NONE;
        held = 0;
    }

    @Override
    public long getPosition() throws IOException {
        open();
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        open();
        if (to < 0) {
            throw new IOException("position before the start");
        }
        position = Math.min(to, length);
    }

    @Override
    public long length() throws IOException {
        open();
        return length;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() throws IOException {
        open();
        return position >= length;
    }

    @Override
    public RandomAccessReadView createView(long start, long size) throws IOException {
        open();
        return new RandomAccessReadView(this, start, size);
    }

    private void open() throws IOException {
        if (closed) {
            throw new IOException("scratch buffer closed");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            release();
        }
    }
}
