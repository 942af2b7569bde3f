package org.cairn.outside;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder that lies in memory, for libraries that insist on a file. Private, and wiped when it is closed; what a
/// crash left is wiped at the next start.
///
/// Where the system has no such folder there is none at all: nothing in clear ever reaches a disk.
public final class Spool implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Pattern OURS = Pattern.compile("cairn-(\\d{1,18})-.*");

    private final Optional<Path> folder;

    private Spool(Optional<Path> folder) {
        this.folder = folder;
    }

    /// Makes one that is this program's own.
    public static Spool make() {
        if (!Files.isDirectory(MEMORY) || !Files.isWritable(MEMORY)) {
            return new Spool(Optional.empty());
        }
        sweep();
        try {
            String prefix = "cairn-" + ProcessHandle.current().pid() + "-";
            Path made = Files.createTempDirectory(
                    MEMORY, prefix, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new Spool(Optional.of(made));
        } catch (IOException | UnsupportedOperationException e) {
            return new Spool(Optional.empty());
        }
    }

    /// Where it lies; nothing where the system has no memory that looks like a folder.
    public Optional<Path> folder() {
        return folder;
    }

    /// Whether more lies in it than so many bytes: what lies there takes memory from everybody.
    public boolean holdsMoreThan(long most) {
        if (folder.isEmpty()) {
            return false;
        }
        try (Stream<Path> all = Files.walk(folder.get())) {
            return all.mapToLong(path -> path.toFile().isFile() ? path.toFile().length() : 0)
                            .sum()
                    > most;
        } catch (IOException | java.io.UncheckedIOException e) {
            // the worker was just taking something away: the next look counts again
            return false;
        }
    }

    /// Removes what lies in it.
    public void wipe() {
        folder.ifPresent(place -> delete(place, false));
    }

    @Override
    public void close() {
        folder.ifPresent(place -> delete(place, true));
    }

    /// Removes such a folder from inside the worker whose program is gone.
    public static void remove(Path folder) {
        if (folder.startsWith(MEMORY)
                && OURS.matcher(folder.getFileName().toString()).matches()) {
            delete(folder, true);
        }
    }

    /// Removes the folders of programs that are gone.
    public static void sweep() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(MEMORY, "cairn-*")) {
            for (Path entry : entries) {
                Matcher matcher = OURS.matcher(entry.getFileName().toString());
                if (matcher.matches() && !alive(matcher.group(1))) {
                    delete(entry, true);
                }
            }
        } catch (IOException e) {
            // another user's: not ours to wipe
        }
    }

    private static boolean alive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    private static void delete(Path folder, boolean itself) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (itself || !path.equals(folder)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // a worker that is being ended may still hold one: the next wipe takes it
        }
    }
}
