package org.cairn.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A hidden folder, within the folder that something leaves into, which one running program holds while it makes what
/// leaves; what a killed program held is free again.
public final class HeldFolder implements AutoCloseable {

    private static final String BEGINS = ".cairn-";
    private static final String ENDS = ".part";
    private static final String MARK = ".held";

    private final Path folder;
    private final FileChannel channel;

    private HeldFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Makes it and holds it; nothing when somebody else has it.
    ///
    /// @param out where what is made in it leaves to
    /// @param name what is made in it
    public static Optional<HeldFolder> make(Path out, String name) throws IOException {
        Path folder = out.resolve(BEGINS + name + ENDS);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
        return hold(folder);
    }

    /// Removes what killed runs left in a folder; what another run is making is left alone.
    public static void sweep(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return;
        }
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(out, BEGINS + "*" + ENDS)) {
            for (Path remain : remains) {
                Optional<HeldFolder> left = Files.isDirectory(remain) ? hold(remain) : Optional.empty();
                if (left.isPresent()) {
                    left.get().close();
                }
            }
        }
    }

    /// Holds a folder that is there; nothing when another run holds it.
    private static Optional<HeldFolder> hold(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        // whoever held it before may have removed it between the opening and the lock
        if (locked(channel) && Files.exists(mark)) {
            return Optional.of(new HeldFolder(folder, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path() {
        return folder;
    }

    /// Lets go of it and removes it, with whatever is still in it.
    @Override
    public void close() throws IOException {
        channel.close();
        Outgoing.remove(folder);
    }
}
