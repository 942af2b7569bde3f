package org.cairn.intake;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Hands a worker the parts of a large file that it asks for, from the sealed file.
final class HandingOut implements AutoCloseable {

    /// The answer of what can be read from its first byte only: passing over the rest for each part would never end.
    private static final byte[] NOTHING = new byte[0];

    private final Source source;
    private final DataOutputStream to;
    private final DataInputStream from;
    private @Nullable SeekableByteChannel opened;

    HandingOut(Source source, DataOutputStream to, DataInputStream from) {
        this.source = source;
        this.to = to;
        this.from = from;
    }

    /// Answers one question, whose first byte was read.
    ///
    /// @throws Dialogue.SourceFailed when the archive cannot
    void answer() throws IOException {
        long place = from.readLong();
        int length = from.readInt();
        if (place < 0 || length < 1 || length > FarChannel.PART || place > source.size() - length) {
            throw new IOException("no such part");
        }
        byte[] part = part(place, length);
        to.writeInt(part.length);
        to.write(part);
        to.flush();
    }

    private byte[] part(long place, int length) {
        try {
            if (opened == null) {
                opened = source.channel().orElse(null);
            }
            return opened == null ? NOTHING : part(opened, place, length);
        } catch (IOException | RuntimeException e) {
            throw new Dialogue.SourceFailed(e);
        }
    }

    private static byte[] part(SeekableByteChannel channel, long place, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        channel.position(place);
        int some = channel.read(part);
        while (part.hasRemaining() && some >= 0) {
            some = channel.read(part);
        }
        return Arrays.copyOf(part.array(), part.position());
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }
}
