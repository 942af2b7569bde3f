package org.cairn.crypto;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/// The plain side of a sealed channel: random access to what is proved segment by segment.
final class OpenedChannel extends ReadOnlyChannel {

    private final SeekableByteChannel plain;
    private final SourceChannel source;
    private final long size;
    private long position;

    private OpenedChannel(SeekableByteChannel plain, SourceChannel source, long size) {
        super(source);
        this.plain = plain;
        this.source = source;
        this.size = size;
    }

    static SeekableByteChannel open(AesGcmHkdfStreaming aead, SeekableByteChannel from, byte[] context)
            throws IOException {
        SourceChannel source = new SourceChannel(from);
        try {
            long sealed = source.size();
            if (sealed <= aead.expectedCiphertextSize(0)) {
                return empty(aead, source, context);
            }
            SeekableByteChannel plain = aead.newSeekableDecryptingChannel(source, context);
            OpenedChannel opened = new OpenedChannel(plain, source, plain.size());
            opened.proveEnd();
            return opened;
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException();
        } catch (IOException e) {
            throw source.explain();
        }
    }

    /// Tink's seekable channel never proves, nor ends, a stream without content: read it as a stream.
    private static SeekableByteChannel empty(AesGcmHkdfStreaming aead, SourceChannel source, byte[] context)
            throws IOException, GeneralSecurityException {
        InputStream whole = aead.newDecryptingStream(Channels.newInputStream(source), context);
        if (whole.read() >= 0) {
            throw new SealBrokenException();
        }
        return new OpenedChannel(source, source, 0);
    }

    private void proveEnd() throws IOException {
        position(size - 1);
        if (read(ByteBuffer.allocate(1)) != 1) {
            throw new SealBrokenException();
        }
        position(0);
    }

    @Override
    public synchronized int read(ByteBuffer to) throws IOException {
        requireOpen();
        if (position >= size) {
            return -1;
        }
        try {
            plain.position(position);
            int read = plain.read(to);
            position += Math.max(0, read);
            return read;
        } catch (IOException e) {
            throw source.explain();
        }
    }

    @Override
    public synchronized long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long newPosition) throws IOException {
        requireOpen();
        if (newPosition < 0) {
            throw new IllegalArgumentException("a position is 0 or more");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return size;
    }

    private void requireOpen() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }
}
