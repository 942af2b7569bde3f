package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;

/// Bytes to read, as often as needed.
public interface Source {

    /// How many there are.
    long size();

    /// Opens them from the first byte; the caller closes.
    InputStream open() throws IOException;
}
