package org.cairn.conversion;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.progress.Progress;

/// A file while it is handed over into a folder in memory: no more of it than can be laid out.
final class Handed extends FilterOutputStream {

    private static final int CHUNK = 1 << 16;

    private final ConversionLimits limits;
    private final Progress progress;
    private long size;

    private Handed(OutputStream to, ConversionLimits limits, Progress progress) {
        super(new BufferedOutputStream(to, CHUNK));
        this.limits = limits;
        this.progress = progress;
    }

    /// What is handed over.
    @FunctionalInterface
    interface Given {
        /// Writes it; whether it is too large is seen to here.
        void writeTo(OutputStream to) throws IOException;
    }

    /// @param to where nothing is yet
    /// @return how many bytes it has
    /// @throws NotConverted when it is larger than can be laid out
    static long over(Given given, Path to, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        Handed handed = new Handed(Files.newOutputStream(to, StandardOpenOption.CREATE_NEW), limits, progress);
        try (handed) {
            given.writeTo(handed);
            return handed.size;
        } catch (IOException e) {
            // whoever writes may say it in another way
            if (handed.size > limits.inputBytes()) {
                throw new NotConverted(Reason.INPUT);
            }
            throw e;
        }
    }

    /// More is not handed over.
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(int one) throws IOException {
        count(1);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        count(length);
        out.write(bytes, start, length);
    }

    private void count(int more) throws TooLarge {
        progress.checkCancelled();
        size += more;
        if (size > limits.inputBytes()) {
            throw new TooLarge();
        }
    }
}
