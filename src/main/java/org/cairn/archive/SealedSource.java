package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.cairn.domain.EvidenceItem;
import org.cairn.intake.Source;

/// An item's bytes for whoever reads them, out of the sealed file.
record SealedSource(Session session, EvidenceItem item) implements Source {

    @Override
    public long size() {
        return item.size();
    }

    @Override
    public InputStream open() throws IOException {
        return Channels.newInputStream(session.vault().channel(item.bytes()));
    }

    @Override
    public Optional<SeekableByteChannel> channel() {
        return Optional.of(session.vault().channel(item.bytes()));
    }

    @Override
    public String toString() {
        return "SealedSource";
    }
}
