package org.cairn.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.domain.ArchiveException;

/// One writer at a time. The operating system holds the lock, so that it is gone with the program that took it,
/// however that ended.
final class ArchiveLock implements AutoCloseable {

    /// Archives that this program has open. The system drops a lock as soon as its program closes any descriptor of
    /// the file: a second opening must be refused before it touches it.
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final FileChannel channel;

    private ArchiveLock(Path place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    static ArchiveLock take(Path folder) {
        Path place = real(folder);
        if (!HERE.add(place)) {
            throw new ArchiveException.InUse();
        }
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new ArchiveLock(place, channel);
            }
        } catch (IOException e) {
            HERE.remove(place);
            throw new ArchiveException.NotReachable();
        }
        HERE.remove(place);
        throw new ArchiveException.InUse();
    }

    /// A channel that holds no lock is closed again.
    private static boolean locked(FileChannel channel) throws IOException {
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // this program has it open under another name of the folder
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        } finally {
            HERE.remove(place);
        }
    }
}
