package org.cairn.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.outside.OutsideRun;
import org.cairn.outside.RunFailed;
import org.cairn.outside.Spool;
import org.cairn.progress.Progress;

/// One file on its way through a program: into a folder in memory of its own, and what the program makes of it out.
final class Conversion {

    private static final int CHUNK = 1 << 16;

    private final ConversionLimits limits;
    private final Progress progress;

    Conversion(ConversionLimits limits, Progress progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /// What is run, once the folder is there.
    @FunctionalInterface
    interface Command {
        /// @param folder in which everything happens, already set up
        List<String> in(Path folder) throws IOException;
    }

    /// @param given read to its end, closed by the caller
    /// @param name of the given file in the folder
    /// @param made the name of what the program makes of it
    /// @throws NotConverted when it made nothing within the limits
    Converted run(InputStream given, String name, String made, Command command) throws NotConverted, IOException {
        Spool spool = Spool.make();
        boolean done = false;
        try {
            Path folder = spool.folder().orElseThrow(() -> new NotConverted(Reason.NO_FOLDER));
            long size = hand(given, folder.resolve(name));
            OutsideRun run = OutsideRun.in(spool, limits.run(size), progress)
                    .orElseThrow(() -> new NotConverted(Reason.NO_FOLDER));
            run.run(command.in(folder), folder.resolve("said"), Map.of());
            Path result = folder.resolve(made);
            if (!Files.isRegularFile(result, java.nio.file.LinkOption.NOFOLLOW_LINKS) || Files.size(result) == 0) {
                throw new NotConverted(Reason.CRASHED);
            }
            if (Files.size(result) > limits.outputBytes()) {
                throw new NotConverted(Reason.OUTPUT);
            }
            done = true;
            return new Converted(spool, result);
        } catch (RunFailed e) {
            throw NotConverted.because(e);
        } finally {
            if (!done) {
                spool.close();
            }
        }
    }

    private long hand(InputStream given, Path to) throws NotConverted, IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            int read = given.read(chunk);
            while (read >= 0) {
                progress.checkCancelled();
                size += read;
                if (size > limits.inputBytes()) {
                    throw new NotConverted(Reason.INPUT);
                }
                out.write(chunk, 0, read);
                read = given.read(chunk);
            }
        }
        return size;
    }
}
