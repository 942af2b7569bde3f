package org.cairn.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.cairn.crypto.ReadOnlyChannel;
import org.cairn.crypto.SealBrokenException;
import org.cairn.domain.ArchiveException;

/// The plain bytes of a kept file, which names damage as something a person can act on.
///
/// Damage is told by an unchecked exception on purpose: readers of foreign formats take an [IOException] for an oddity
/// of the document, go on, and would show half a page as if it were whole.
final class KeptFile extends ReadOnlyChannel {

    KeptFile(SeekableByteChannel plain) {
        super(plain);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        try {
            return super.read(to);
        } catch (SealBrokenException e) {
            throw new ArchiveException.Damaged("file");
        }
    }
}
