package org.cairn.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.outside.Spool;
import org.cairn.progress.Progress;

/// A document out of its lock until it is laid out: it lies in memory, in a folder of its own, and nowhere else.
public final class Held implements AutoCloseable {

    private final Spool spool;
    private final Path file;

    private Held(Spool spool, Path file) {
        this.spool = spool;
        this.file = file;
    }

    /// Makes room for one.
    ///
    /// @throws NotConverted where this system has no folder that lies in memory
    public static Held nothing() throws NotConverted {
        Spool spool = Spool.make();
        Path folder = spool.folder().orElseThrow(() -> new NotConverted(Reason.NO_FOLDER));
        return new Held(spool, folder.resolve("document"));
    }

    /// Takes one in, in place of what was there.
    ///
    /// @param document read to its end, closed by the caller
    /// @throws NotConverted when it is larger than can be laid out
    public void take(InputStream document, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        spool.wipe();
        Handed.over(document::transferTo, file, limits, progress);
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return !Files.exists(file);
    }

    /// From its first byte on.
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /// Lets go of what was taken.
    public void empty() {
        spool.wipe();
    }

    /// Wipes it.
    @Override
    public void close() {
        spool.close();
    }

    @Override
    public String toString() {
        return "Held";
    }
}
