package org.cairn.bundle.insert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/// A source as PDFBox reads it: from any place, through a few pages kept in memory, never the whole of it.
final class ChannelRead implements RandomAccessRead {

    private static final int PAGE = 16 << 10;
    private static final int KEPT = 64;

    private final SeekableByteChannel channel;
    private final long length;
    private final Map<Long, byte[]> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > KEPT;
        }
    };
    private byte[] current = new byte[0];
    private long currentPage = -1;
    private long position;
    private boolean closed;

    ChannelRead(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    @Override
    public int read() throws IOException {
        if (position >= length) {
            return -1;
        }
        int at = (int) (position % PAGE);
        byte[] page = page(position / PAGE);
        if (at >= page.length) {
            return -1;
        }
        position++;
        return page[at] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (position >= length) {
            return -1;
        }
        int done = 0;
        while (done < count && position < length) {
            int at = (int) (position % PAGE);
            byte[] page = page(position / PAGE);
            int part = Math.min(count - done, page.length - at);
            if (part <= 0) {
                break;
            }
            System.arraycopy(page, at, into, offset + done, part);
            position += part;
            done += part;
        }
        return done == 0 ? -1 : done;
    }

    private byte[] page(long number) throws IOException {
        if (closed) {
            throw new IOException("source closed");
        }
        if (number != currentPage) {
            byte[] page = kept.get(number);
            if (page == null) {
                page = load(number);
                kept.put(number, page);
            }
            current = page;
            currentPage = number;
        }
        return current;
    }

    private byte[] load(long number) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(PAGE, length - number * PAGE));
        channel.position(number * PAGE);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // a channel may give less than it was asked for
        }
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("position before the start");
        }
        position = Math.min(to, length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= length;
    }

    @Override
    public RandomAccessReadView createView(long start, long size) throws IOException {
        return new RandomAccessReadView(this, start, size);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        kept.clear();
        channel.close();
    }
}
