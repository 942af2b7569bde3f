package org.cairn.bundle.insert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageInputStreamImpl;

/// A source as the JDK's picture readers read it, without the file in clear they would otherwise make of it.
final class ChannelImageInput extends ImageInputStreamImpl {

    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(32 << 10);
    private long bufferStart;

    ChannelImageInput(SeekableByteChannel channel) {
        this.channel = channel;
        buffer.limit(0);
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        return buffer.get((int) (streamPos++ - bufferStart)) & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int at = (int) (streamPos - bufferStart);
        int part = Math.min(count, buffer.limit() - at);
        buffer.get(at, into, offset, part);
        streamPos += part;
        return part;
    }

    private boolean fill() throws IOException {
        checkClosed();
        if (streamPos >= bufferStart && streamPos < bufferStart + buffer.limit()) {
            return true;
        }
        bufferStart = streamPos;
        buffer.clear();
        channel.position(streamPos);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // a channel may give less than it was asked for
        }
        buffer.flip();
        return buffer.hasRemaining();
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        channel.close();
    }
}
