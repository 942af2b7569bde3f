package org.cairn.vault;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FullDisk;
import org.cairn.progress.CancelledException;

/// Folders and names that survive a power cut, and what a failing disk means to a person.
public final class Disk {

    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private Disk() {}

    /// Writes the folder's list of names itself to disk: only then does a new or removed name outlive a power cut.
    public static void settle(Path folder) throws IOException {
        if (WINDOWS) {
            return; // NTFS journals names, and Windows gives no handle to a folder.
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /// Makes the folder and those above it where they are missing.
    public static void ensureFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            ensureFolder(parent);
        }
        Files.createDirectories(folder);
        if (parent != null) {
            settle(parent);
        }
    }

    /// Gives a finished file its final name, at once or not at all, for good.
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        settle(folderOf(to));
    }

    /// Does something that writes `file`, and says what a failure is to a person.
    ///
    /// @throws ArchiveException.StorageFull when there is no room
    /// @throws ArchiveException.NotReachable when the disk fails in another way
    public static <T> T write(Path file, Writing<T> writing) {
        try {
            return writing.run();
        } catch (IOException e) {
            throw unwritable(e, folderOf(file));
        }
    }

    /// What a failure to write into a folder is to a person.
    public static RuntimeException unwritable(IOException failure, Path folder) {
        return FullDisk.explains(failure, folder) ? new ArchiveException.StorageFull() : unreachable(failure);
    }

    /// What a disk that fails is to a person; an interrupted thread closes its files, which is no failure.
    static RuntimeException unreachable(IOException failure) {
        return failure instanceof ClosedByInterruptException
                ? new CancelledException()
                : new ArchiveException.NotReachable();
    }

    /// The folder a file lies in.
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /// A step that writes.
    @FunctionalInterface
    public interface Writing<T> {
        T run() throws IOException;
    }
}
