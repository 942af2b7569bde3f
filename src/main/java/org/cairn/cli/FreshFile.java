package org.cairn.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.cairn.domain.ArchiveException;

/// A file that a command writes and that was not there before: nothing is ever overwritten.
final class FreshFile {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

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

    /// What nobody but its owner may read, from its first byte on: it tells of what is hidden.
    static void writeClosely(Path file, String text) {
        try (SeekableByteChannel channel = Files.newByteChannel(file, NEW, ownersOnly(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
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
