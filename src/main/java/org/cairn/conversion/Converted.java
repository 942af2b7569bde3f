package org.cairn.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.outside.Spool;

/// What a program made of a file; it lies in memory until this is closed.
public final class Converted implements AutoCloseable {

    private final Spool spool;
    private final Path file;

    Converted(Spool spool, Path file) {
        this.spool = spool;
        this.file = file;
    }

    /// From its first byte on.
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /// How many bytes it has.
    public long size() throws IOException {
        return Files.size(file);
    }

    /// Wipes it.
    @Override
    public void close() {
        spool.close();
    }

    @Override
    public String toString() {
        return "Converted";
    }
}
