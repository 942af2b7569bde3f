package org.cairn.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.cairn.crypto.SealBrokenException;
import org.cairn.domain.ArchiveException;

/// The plain bytes of a kept file, which names damage as something a person can act on.
///
/// Damage is told by an unchecked exception on purpose: readers of foreign formats take an [IOException] for an oddity
/// of the document, go on, and would show half a page as if it were whole.
final class KeptFile implements SeekableByteChannel {

    private final SeekableByteChannel plain;

    KeptFile(SeekableByteChannel plain) {
        this.plain = plain;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        try {
            return plain.read(to);
        } catch (SealBrokenException e) {
            throw new ArchiveException.Damaged("file");
        }
    }

    @Override
    public long position() throws IOException {
        return plain.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        plain.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return plain.size();
    }

    @Override
    public boolean isOpen() {
        return plain.isOpen();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
