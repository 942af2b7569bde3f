package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/// Bytes to read, as often as needed.
public interface Source {

    /// How many there are.
    long size();

    /// Opens them from the first byte; the caller closes.
    InputStream open() throws IOException;

    /// Opens them from any place, where they lie so; the caller closes. A file that is too large to be handed over is
    /// read this way.
    default Optional<SeekableByteChannel> channel() throws IOException {
        return Optional.empty();
    }
}
