package org.cairn.ui.bundles;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FullDisk;

/// A file that was not there before: nothing is ever overwritten.
final class FreshFile {

    private FreshFile() {}

    /// @throws ArchiveException.AlreadyThere when something of that name is there
    /// @throws ArchiveException.NotReachable when it cannot be written
    /// @throws ArchiveException.StorageFull when the disk is full; nothing of it is left
    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        } catch (IOException e) {
            throw undone(file, e);
        }
    }

    /// What was begun is taken away: half a report looks like one.
    private static ArchiveException undone(Path file, IOException failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the disk is gone, and the file with it
        }
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && FullDisk.explains(failure, folder)
                ? new ArchiveException.StorageFull()
                : new ArchiveException.NotReachable();
    }
}
