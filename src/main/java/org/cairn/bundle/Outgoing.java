package org.cairn.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// What is done to everything under a path that leaves the archive: brought to the disk for good, or taken back.
final class Outgoing {

    private Outgoing() {}

    /// Every file and folder under it is on the disk, not in a cache, when this returns.
    ///
    /// @param progress asked before each file: many gigabytes take many minutes
    static void force(Path path, Progress progress) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                progress.checkCancelled();
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                forceEntries(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// The names in a folder are on the disk when this returns, where the system can do that (Windows cannot).
    static void forceEntries(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException cannotOpenFolders) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /// The hash of a file.
    static Fingerprint hash(Path file) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return Fingerprint.ofDigest(digest.digest());
    }

    /// Removes it with everything under it.
    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
