package org.cairn.crypto;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/// Large things sealed as they pass: Tink's AES256-GCM-HKDF streaming, in segments of 64 KiB.
///
/// Nothing is handed out before its segment is proved whole; a change, a swap of segments or a cut, also exactly
/// between two segments, ends in [SealBrokenException]. Failures of the disk beneath pass through as they are.
public final class SealedStreams {

    private static final int KEY_LENGTH = 32;
    private static final int SEGMENT_LENGTH = 64 * 1024;

    private SealedStreams() {}

    /// Seals what is written and passes it on to `to`.
    ///
    /// Only closing writes the last segment, and closes `to`. Who gives up half-way closes `to` alone: closing this
    /// stream would make a half look like a whole.
    ///
    /// @param key 32 bytes
    public static OutputStream sealing(Secret key, OutputStream to, byte[] context) throws IOException {
        try {
            return aead(key).newEncryptingStream(to, context);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /// The plain bytes of what [#sealing] wrote, from first to last; closing it closes `from`.
    ///
    /// The end of the stream is only reported once the end is proved to be the end.
    public static InputStream opening(Secret key, InputStream from, byte[] context) throws IOException {
        SourceStream source = new SourceStream(from);
        try {
            return new OpenedStream(aead(key).newDecryptingStream(source, context), source);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /// The plain bytes of what [#sealing] wrote, from any place; closing it closes `from`.
    ///
    /// The last segment is proved at once, so that the size can be relied on; the others when they are read.
    ///
    /// @param from positioned at its beginning, which is where the sealed bytes begin
    /// @throws SealBrokenException at once when the end is missing
    public static SeekableByteChannel openingChannel(Secret key, SeekableByteChannel from, byte[] context)
            throws IOException {
        return OpenedChannel.open(aead(key), from, context);
    }

    private static AesGcmHkdfStreaming aead(Secret key) {
        return key.use(bytes -> {
            if (bytes.length != KEY_LENGTH) {
                throw new IllegalArgumentException("a sealing key has 32 bytes");
            }
            try {
                return new AesGcmHkdfStreaming(bytes, "HmacSha256", KEY_LENGTH, SEGMENT_LENGTH, 0);
            } catch (GeneralSecurityException e) {
                throw unusable(e);
            }
        });
    }

    private static IllegalStateException unusable(GeneralSecurityException cause) {
        return new IllegalStateException("this Java has no AES-256-GCM", cause);
    }
}
