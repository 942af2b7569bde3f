package org.cairn.ui.bundles;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.domain.ArchiveException;

/// A file that was not there before: nothing is ever overwritten.
final class FreshFile {

    private FreshFile() {}

    /// @throws ArchiveException.AlreadyThere when something of that name is there
    /// @throws ArchiveException.NotReachable when it cannot be written
    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }
}
