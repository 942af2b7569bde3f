package org.cairn.bundle.insert;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/// The bytes of a source, readable from any place and as often as needed.
public interface Bytes {

    /// How many there are.
    long size();

    /// Opens them from the first byte; the caller closes.
    SeekableByteChannel open() throws IOException;
}
