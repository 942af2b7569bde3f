package org.cairn.ocr;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where programs are on this system.
final class Programs {

    private static final List<String> UNIX =
            List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin", "/snap/bin");

    private static final List<String> WINDOWS =
            List.of("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA");

    private Programs() {}

    /// Every place at which a program may be, the likeliest first.
    static List<Path> named(String name, Optional<Path> place) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String file = windows ? name + ".exe" : name;
        if (place.isPresent()) {
            Path said = place.get().toAbsolutePath();
            return Files.isDirectory(said) ? List.of(said.resolve(file)) : List.of(said);
        }
        List<Path> found = new ArrayList<>();
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator)) {
            add(found, folder, file);
        }
        if (windows) {
            WINDOWS.forEach(variable ->
                    add(found, System.getenv().getOrDefault(variable, "") + "\\" + capital(name) + "-OCR", file));
        } else {
            UNIX.forEach(folder -> add(found, folder, file));
        }
        return found.stream().filter(Files::isRegularFile).distinct().toList();
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

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
