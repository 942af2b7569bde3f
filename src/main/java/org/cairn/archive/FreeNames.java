package org.cairn.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.bundle.HeldFolder;
import org.cairn.vault.Disk;

/// Names for files that leave together and are called after the same moment: `hits-20140305-101500.csv`, and where
/// another list has that name, `hits-20140305-101500-2.csv`. What is there is never written over.
final class FreeNames {

    private final Path folder;
    private final String name;
    private final List<String> endings;

    /// @param endings of every file that may be called so: a list does not take the name of another of which it only
    ///     has no such file
    FreeNames(Path folder, String name, List<String> endings) {
        this.folder = folder;
        this.name = name;
        this.endings = List.copyOf(endings);
    }

    private String numbered(int number) {
        return number == 1 ? name : name + "-" + number;
    }

    /// A hidden folder in which they are made, while others may make theirs.
    HeldFolder hold() throws IOException {
        int number = 1;
        while (true) {
            Optional<HeldFolder> held = HeldFolder.make(folder, numbered(number));
            if (held.isPresent()) {
                return held.get();
            }
            number++;
        }
    }

    /// Gives finished files the first name that nothing has.
    ///
    /// @param written by their endings
    /// @return where they are now, by their endings
    Map<String, Path> give(Map<String, Path> written) throws IOException {
        int number = 1;
        while (true) {
            Optional<Map<String, Path>> taken = take(written, number);
            if (taken.isPresent()) {
                fill(taken.get(), written);
                return taken.get();
            }
            number++;
        }
    }

    private static void fill(Map<String, Path> taken, Map<String, Path> written) throws IOException {
        Map<String, Path> empty = new TreeMap<>(taken);
        try {
            for (Map.Entry<String, Path> name : taken.entrySet()) {
                Disk.rename(Objects.requireNonNull(written.get(name.getKey())), name.getValue());
                empty.remove(name.getKey());
            }
        } finally {
            remove(empty);
        }
    }

    /// Each is there, empty, before it gets what was written: who ends in the same moment cannot take it too.
    private Optional<Map<String, Path>> take(Map<String, Path> written, int number) throws IOException {
        if (endings.stream().anyMatch(ending -> Files.exists(path(number, ending)))) {
            return Optional.empty();
        }
        Map<String, Path> taken = new TreeMap<>();
        try {
            for (String ending : written.keySet()) {
                taken.put(ending, Files.createFile(path(number, ending)));
            }
            return Optional.of(taken);
        } catch (FileAlreadyExistsException e) {
            remove(taken);
            return Optional.empty();
        } catch (IOException e) {
            remove(taken);
            throw e;
        }
    }

    private Path path(int number, String ending) {
        return folder.resolve(numbered(number) + ending);
    }

    private static void remove(Map<String, Path> empty) throws IOException {
        for (Path file : empty.values()) {
            Files.delete(file);
        }
    }
}
