package org.cairn.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cairn.domain.ArchiveException;
import org.jspecify.annotations.Nullable;

/// Where a bundle is made: a hidden folder within the folder it is for, which goes away unless it is published.
final class Workplace implements AutoCloseable {

    private static final String BEGINS = ".cairn-";
    private static final String ENDS = ".part";
    /// Lies in the folder while the names are given: what holds it was never served.
    private static final String UNFINISHED = ".unfinished";

    private static final long NOTHING_LEFT = 1 << 20;

    private final Path out;
    private final Path hidden;
    private final FolderNames names;

    private Workplace(Path out, Path hidden, FolderNames names) {
        this.out = out;
        this.hidden = hidden;
        this.names = names;
    }

    /// A fresh place; what killed runs left is removed first. A second bundle of the same name gets a number: nothing
    /// that was served is ever overwritten.
    static Workplace in(Path out, FolderNames wanted) throws IOException {
        Files.createDirectories(out);
        sweep(out);
        FolderNames names = wanted;
        for (int number = 2; taken(out, names); number++) {
            names = wanted.numbered(number);
        }
        Path hidden = Files.createDirectory(out.resolve(BEGINS + names.stem() + ENDS));
        Files.createDirectory(hidden.resolve(names.stem()));
        return new Workplace(out, hidden, names);
    }

    private static boolean taken(Path out, FolderNames names) throws IOException {
        if (Files.exists(out.resolve(names.stem()).resolve(UNFINISHED))) {
            // a run was killed while it gave the names, of which the bundle's own is the last
            Files.deleteIfExists(out.resolve(names.pdf()));
            remove(out.resolve(names.stem()));
            Files.deleteIfExists(out.resolve(names.manifest()));
        }
        return List.of(names.pdf(), names.manifest(), names.stem()).stream()
                .anyMatch(name -> Files.exists(out.resolve(name)));
    }

    static void sweep(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return;
        }
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(out, BEGINS + "*" + ENDS)) {
            for (Path remain : remains) {
                remove(remain);
            }
        }
    }

    /// What the bundle and everything beside it will be called.
    FolderNames names() {
        return names;
    }

    Path pdf() {
        return hidden.resolve(names.pdf());
    }

    Path manifest() {
        return hidden.resolve(names.manifest());
    }

    Path folder() {
        return hidden.resolve(names.stem());
    }

    /// Gives everything its final name, the bundle itself last; takes back what was named when that fails.
    void publish() throws IOException {
        force(pdf());
        force(manifest());
        Deque<Path> named = new ArrayDeque<>();
        try {
            Files.createFile(folder().resolve(UNFINISHED));
            for (Path made : List.of(folder(), manifest(), pdf())) {
                Path last = out.resolve(made.getFileName());
                Files.move(made, last, StandardCopyOption.ATOMIC_MOVE);
                named.push(last);
            }
            Files.delete(out.resolve(names.stem()).resolve(UNFINISHED));
        } catch (IOException e) {
            for (Path path : named) {
                remove(path);
            }
            throw e;
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        remove(hidden);
    }

    private static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// What a failure to write means to a person.
    static ArchiveException translated(IOException e, Path out) {
        String reason = e instanceof FileSystemException file ? String.valueOf(file.getReason()) : "";
        return reason.contains("No space") || String.valueOf(e.getMessage()).contains("No space") || full(out)
                ? new ArchiveException.StorageFull()
                : new ArchiveException.NotReachable();
    }

    private static boolean full(Path out) {
        try {
            return Files.isDirectory(out) && Files.getFileStore(out).getUsableSpace() < NOTHING_LEFT;
        } catch (IOException e) {
            return false;
        }
    }
}
