package org.cairn.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file that is too large to be handed over, from any place: the program is asked for the part that is read, which
/// costs the memory of a few parts however large the file is.
final class FarChannel implements SeekableByteChannel {

    /// How much is asked for at once.
    static final int PART = 256 * 1024;

    private static final int KEPT = 64;

    private final Asking asking;
    private final long size;
    private final Map<Long, byte[]> parts = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > KEPT;
        }
    };
    private long position;
    private boolean open = true;

    /// Asks the program for bytes of the file.
    @FunctionalInterface
    interface Asking {
        byte[] bytes(long from, int length) throws IOException;
    }

    FarChannel(Asking asking, long size) {
        this.asking = asking;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        long number = position / PART;
        byte[] part = part(number);
        int from = Math.toIntExact(position - number * PART);
        int some = Math.min(into.remaining(), part.length - from);
        into.put(part, from, some);
        position += some;
        return some;
    }

    private byte[] part(long number) throws IOException {
        byte[] known = parts.get(number);
        if (known != null) {
            return known;
        }
        int length = Math.toIntExact(Math.min(PART, size - number * PART));
        byte[] came = asking.bytes(number * PART, length);
        if (came.length == 0) {
            throw new IOException("can be read from its first byte only", new StopReading("tooLarge"));
        }
        if (came.length != length) {
            throw new IOException("the file ends before its end");
        }
        parts.put(number, came);
        return came;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long place) {
        if (place < 0) {
            throw new IllegalArgumentException("no such place");
        }
        position = place;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        parts.clear();
    }
}
