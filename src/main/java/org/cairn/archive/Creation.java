package org.cairn.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.vault.Disk;

/// A folder in which an archive is being made: marked before anything else, so that what a crash leaves there is
/// known for our own and may be cleared away; nothing else ever is.
///
/// Closing it before it is finished clears what was made, while the lock is still held.
final class Creation implements AutoCloseable {

    private static final String MARK = "unfinished";
    private static final byte[] WORDS =
            "An archive was being made here and is not finished.\n".getBytes(StandardCharsets.UTF_8);
    private static final String LOCK = "lock";
    private static final Set<String> FILES = Set.of(
            MARK,
            LOCK,
            "archive.json.new",
            "records.db",
            "records.db-wal",
            "records.db-shm",
            "records.db-journal",
            "records.db-mark");
    private static final Set<String> FOLDERS = Set.of("files", "index");

    private final Path folder;
    private boolean finished;

    private Creation(Path folder) {
        this.folder = folder;
    }

    /// Makes the folder where it is missing.
    ///
    /// @throws ArchiveException.AlreadyThere when anything stands in it that is not certainly an unfinished creation
    static void requireRoom(Path folder) {
        Disk.write(folder.resolve(MARK), () -> {
            Disk.ensureFolder(folder);
            if (!isRoom(folder)) {
                throw new ArchiveException.AlreadyThere();
            }
            return folder;
        });
    }

    /// Begins in a folder whose lock is held: clears what an earlier attempt left, and marks it.
    static Creation begin(Path folder) {
        // somebody else may have finished between the first look and the lock
        requireRoom(folder);
        return Disk.write(folder.resolve(MARK), () -> {
            clear(folder);
            mark(folder);
            return new Creation(folder);
        });
    }

    private static void mark(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        try {
            Files.write(mark, WORDS, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Disk.settle(folder);
        } catch (IOException e) {
            Files.deleteIfExists(mark);
            throw e;
        }
    }

    /// The archive is whole: what is left of its making goes.
    void finish() {
        finished = true;
        forget(folder);
    }

    /// Takes a mark away that a crash left on a finished archive.
    static void forget(Path folder) {
        Disk.write(folder.resolve(MARK), () -> {
            if (Files.deleteIfExists(folder.resolve(MARK))) {
                Disk.settle(folder);
            }
            return folder;
        });
    }

    @Override
    public void close() throws IOException {
        if (!finished && isRoom(folder)) {
            clear(folder);
        }
    }

    private static boolean isRoom(Path folder) throws IOException {
        List<Path> inside = listing(folder);
        boolean onlyLock = inside.stream().allMatch(entry -> name(entry).equals(LOCK) && isEmptyFile(entry));
        return onlyLock || (isMarked(folder) && inside.stream().allMatch(Creation::isOurs));
    }

    private static boolean isMarked(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        return Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS)
                && Files.size(mark) <= WORDS.length
                && Arrays.equals(Files.readAllBytes(mark), Arrays.copyOf(WORDS, (int) Files.size(mark)));
    }

    /// Of the kinds that creating makes; a sealed file is never among them.
    private static boolean isOurs(Path entry) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return FOLDERS.contains(name(entry)) && holdsNothingTaken(entry);
        }
        return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && FILES.contains(name(entry));
    }

    private static boolean holdsNothingTaken(Path part) {
        boolean index = name(part).equals("index");
        return listed(part).stream()
                .allMatch(entry -> index
                        ? Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                        : name(entry).equals("unfinished")
                                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                                && listed(entry).isEmpty());
    }

    /// The mark goes last: killed in the midst of it, the rest is still known for ours.
    private static void clear(Path folder) throws IOException {
        for (Path entry : listing(folder)) {
            if (!Set.of(MARK, LOCK).contains(name(entry))) {
                remove(entry);
            }
        }
        Files.deleteIfExists(folder.resolve(MARK));
        Disk.settle(folder);
    }

    private static void remove(Path entry) throws IOException {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            for (Path inside : listing(entry)) {
                remove(inside);
            }
        }
        Files.delete(entry);
    }

    private static boolean isEmptyFile(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> listed(Path folder) {
        try {
            return listing(folder);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private static List<Path> listing(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        return entries;
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
