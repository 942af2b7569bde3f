package org.cairn.intake;

import com.pff.PSTFileContent;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// A store's bytes for the library that reads it, from wherever they lie: its own way to read from memory takes half of
/// all bytes for less than nothing.
final class PstContent extends PSTFileContent implements AutoCloseable {

    private final SeekableByteChannel channel;
    private final ByteBuffer ahead = ByteBuffer.allocate(8 * 1024).limit(0);

    PstContent(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void seek(long place) throws IOException {
        if (place < 0) {
            throw new IOException("no such place");
        }
        ahead.limit(0);
        channel.position(place);
    }

    @Override
    public long getFilePointer() throws IOException {
        return channel.position() - ahead.remaining();
    }

    @Override
    public int read() throws IOException {
        return filled() ? ahead.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into) throws IOException {
        if (into.length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int some = Math.min(into.length, ahead.remaining());
        ahead.get(into, 0, some);
        return some;
    }

    @Override
    public byte readByte() throws IOException {
        if (!filled()) {
            throw new EOFException();
        }
        return ahead.get();
    }

    private boolean filled() throws IOException {
        if (!ahead.hasRemaining()) {
            ahead.clear();
            int some = channel.read(ahead);
            ahead.flip();
            return some > 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
