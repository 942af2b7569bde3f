package org.cairn.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    /// @param made what the program may call what it makes of it
    /// @throws NotConverted when it made nothing within the limits
    Converted run(InputStream given, String name, List<String> made, Command command) throws NotConverted, IOException {
        return run(given::transferTo, name, made, command);
    }

    /// The same with something that is written only now.
    Converted run(Handed.Given given, String name, List<String> made, Command command)
            throws NotConverted, IOException {
        Spool spool = Spool.make();
        boolean done = false;
        try {
            Path folder = spool.folder().orElseThrow(() -> new NotConverted(Reason.NO_FOLDER));
            long size = Handed.over(given, folder.resolve(name), limits, progress);
            OutsideRun run = OutsideRun.in(spool, limits.run(size), progress)
                    .orElseThrow(() -> new NotConverted(Reason.NO_FOLDER));
            run.run(command.in(folder), folder.resolve("said"), Map.of());
            Path result = made.stream()
                    .map(folder::resolve)
                    .filter(Conversion::whole)
                    .findFirst()
                    .orElseThrow(() -> new NotConverted(Reason.CRASHED));
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

    /// Something is there, and it is no way to somewhere else.
    private static boolean whole(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toFile().length() > 0;
    }
}
