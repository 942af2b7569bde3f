package org.cairn.archive;

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
import org.cairn.domain.FullDisk;

/// A file outside of an archive that was not there before: nothing is ever overwritten, and of what cannot be written
/// to its end nothing is left, since half a report looks like one.
public final class FreshFile {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private FreshFile() {}

    /// Refuses a file that is there already, before any work is done for it.
    ///
    /// @throws ArchiveException.AlreadyThere when something of that name is there
    public static void require(Path file) {
        if (Files.exists(file)) {
            throw new ArchiveException.AlreadyThere();
        }
    }

    /// Writes a text, as [#write(Path, byte[])] does.
    public static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// What nobody but its owner may read, from its first byte on: it tells of what is hidden.
    ///
    /// @throws ArchiveException as [#write(Path, byte[])] does
    public static void writeClosely(Path file, String text) {
        try (SeekableByteChannel channel = Files.newByteChannel(file, NEW, ownersOnly(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        } catch (IOException e) {
            throw undone(file, e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// Writes a file.
    ///
    /// @return the file
    /// @throws ArchiveException.AlreadyThere when something of that name is there
    /// @throws ArchiveException.NotReachable when it cannot be written
    /// @throws ArchiveException.StorageFull when the disk is full
    public static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        } catch (IOException e) {
            throw undone(file, e);
        }
    }

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
