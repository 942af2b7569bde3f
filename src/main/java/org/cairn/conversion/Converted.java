package org.cairn.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.outside.Spool;

/// What a program made of a file; it lies in memory until this is closed.
public final class Converted implements AutoCloseable {

    private final Spool spool;
    private final Path file;
    private final Optional<Fitting> fitting;

    Converted(Spool spool, Path file) {
        this(spool, file, Optional.empty());
    }

    private Converted(Spool spool, Path file, Optional<Fitting> fitting) {
        this.spool = spool;
        this.file = file;
        this.fitting = fitting;
    }

    /// The same, with how sheets were fitted for it.
    Converted fitted(Optional<Fitting> how) {
        return new Converted(spool, file, how);
    }

    /// How sheets were fitted to pages; nothing where there are none, or where they could not be.
    public Optional<Fitting> fitting() {
        return fitting;
    }

    /// Where it lies.
    Path file() {
        return file;
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
