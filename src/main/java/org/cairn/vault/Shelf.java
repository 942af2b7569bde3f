package org.cairn.vault;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cairn.crypto.KeyedNames;
import org.cairn.crypto.Secret;
import org.cairn.domain.Fingerprint;

/// Where sealed files lie: `ab/abcdef…`, by a keyed hash of the fingerprint, and `unfinished/` for those coming in.
final class Shelf {

    private static final String UNFINISHED = "unfinished";
    private static final int PREFIX = 2;
    private static final Pattern SEALED = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Secret names;

    Shelf(Path folder, Secret names) {
        this.folder = folder.toAbsolutePath();
        this.names = names;
    }

    /// Makes the folders and removes what an interrupted run left unfinished.
    void prepare() throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        Disk.ensureFolder(unfinished);
        // A run that was killed may have made folders whose names are not on disk yet.
        Disk.settle(folder);
        Disk.settle(Disk.folderOf(folder));
        for (Path leftover : listing(unfinished)) {
            Files.deleteIfExists(leftover);
        }
    }

    Path folder() {
        return folder;
    }

    Path unfinished(String name) {
        return folder.resolve(UNFINISHED).resolve(name);
    }

    Path place(Fingerprint fingerprint) {
        String name = name(fingerprint);
        return folder.resolve(name.substring(0, PREFIX)).resolve(name);
    }

    String name(Fingerprint fingerprint) {
        return KeyedNames.name(names, fingerprint.bytes());
    }

    /// Everything that lies on the shelf, apart from what is still coming in, and is not `expected` there.
    ///
    /// @return paths below the folder, with `/`, in order
    List<String> others(Predicate<String> expected) throws IOException {
        List<String> others = new ArrayList<>();
        for (Path entry : listing(folder)) {
            String prefix = entry.getFileName().toString();
            if (Files.isDirectory(entry) && !prefix.equals(UNFINISHED)) {
                for (Path file : listing(entry)) {
                    String name = file.getFileName().toString();
                    boolean inPlace = SEALED.matcher(name).matches() && name.startsWith(prefix);
                    if (!inPlace || !expected.test(name)) {
                        others.add(prefix + "/" + name);
                    }
                }
            } else if (!prefix.equals(UNFINISHED)) {
                others.add(prefix);
            }
        }
        others.sort(String::compareTo);
        return others;
    }

    private static List<Path> listing(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        return entries;
    }
}
