package org.cairn.bundle.insert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes of a test, in memory.
public record Memory(byte[] bytes) implements Bytes {

    static Memory of(Path file) throws IOException {
        return new Memory(Files.readAllBytes(file));
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public SeekableByteChannel open() {
        return new Channel(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    private static final class Channel implements SeekableByteChannel {
        private final ByteBuffer buffer;
        private boolean open = true;

        Channel(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!open) {
                throw new ClosedChannelException();
            }
            if (!buffer.hasRemaining()) {
                return -1;
            }
            int n = Math.min(into.remaining(), buffer.remaining());
            into.put(buffer.slice().limit(n));
            buffer.position(buffer.position() + n);
            return n;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return buffer.position();
        }

        @Override
        public SeekableByteChannel position(long to) {
            buffer.position((int) Math.min(to, buffer.limit()));
            return this;
        }

        @Override
        public long size() {
            return buffer.limit();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
