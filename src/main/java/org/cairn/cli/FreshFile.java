package org.cairn.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cairn.domain.ArchiveException;

/// A file that a command writes and that was not there before: nothing is ever overwritten.
final class FreshFile {

    private FreshFile() {}

    /// Refused before any work is done for it.
    static void require(Path file) {
        if (Files.exists(file)) {
            throw new ArchiveException.AlreadyThere();
        }
    }

    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] content) {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }
}
