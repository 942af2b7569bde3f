package org.cairn.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A folder that one running program holds; what a killed program held is free again.
final class HeldFolder implements AutoCloseable {

    private static final String MARK = ".held";

    private final Path folder;
    private final FileChannel channel;

    private HeldFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Makes the folder and holds it; nothing when somebody else has it.
    static Optional<HeldFolder> make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
        return hold(folder);
    }

    /// Holds a folder that is there; nothing when another run holds it.
    static Optional<HeldFolder> hold(Path folder) throws IOException {
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

    Path path() {
        return folder;
    }

    /// Lets go of it. The folder stays.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
