package org.cairn.outside;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where programs are on this system.
public final class Programs {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private static final List<String> USUAL =
            List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin", "/snap/bin");

    private Programs() {}

    /// Every place at which a program is, the likeliest first.
    ///
    /// @param name without what Windows adds to it
    /// @param place where somebody said it is, itself or its folder; only there, then
    /// @param besides folders it is put into by those who make it
    public static List<Path> named(String name, Optional<Path> place, List<String> besides) {
        String file = WINDOWS ? name + ".exe" : name;
        if (place.isPresent()) {
            Path said = place.get().toAbsolutePath();
            return runnable(List.of(Files.isDirectory(said) ? said.resolve(file) : said));
        }
        List<Path> found = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            add(found, folder, file);
        }
        USUAL.forEach(folder -> add(found, folder, file));
        besides.forEach(folder -> add(found, folder, file));
        return runnable(found);
    }

    private static List<Path> runnable(List<Path> places) {
        return places.stream()
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .distinct()
                .toList();
    }

    private static void add(List<Path> to, String folder, String file) {
        try {
            Path here = Path.of(folder);
            // a folder that depends on where one stands is nobody's place for programs
            if (here.isAbsolute()) {
                to.add(here.resolve(file));
            }
        } catch (InvalidPathException e) {
            // no folder is called so
        }
    }
}
