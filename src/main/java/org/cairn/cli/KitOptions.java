package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.archive.Archive;
import org.cairn.archive.KitMark;
import org.cairn.archive.Recovery;
import org.cairn.domain.ArchiveException;
import picocli.CommandLine.Option;

/// How a recovery kit is shared out.
final class KitOptions {

    @Option(names = "--shares", defaultValue = "3", paramLabel = "N")
    private int shares;

    @Option(names = "--needed", defaultValue = "2", paramLabel = "K")
    private int needed;

    /// Refuses what would fail later, when an archive would be there without the kit that was asked for.
    void requirePossible(Path file) {
        Recovery.requirePossible(shares, needed);
        if (Files.exists(file)) {
            throw new ArchiveException.AlreadyThere();
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// Makes the archive's kit, writes its papers, and says so.
    ObjectNode write(Archive archive, Path file, GlobalOptions options) {
        Output output = options.output();
        KitMark mark = archive.recovery().make(shares, needed, file, options.locale());
        output.say("kit.done", file.toString(), mark.letters(), shares, needed);
        output.aside("kit.print");
        return Output.object()
                .put("file", file.toString())
                .put("kit", mark.letters())
                .put("shares", shares)
                .put("needed", needed);
    }
}
