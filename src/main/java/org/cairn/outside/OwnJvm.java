package org.cairn.outside;

import java.nio.file.Path;
import java.util.List;

/// The JVM that runs this program, for processes of our own beside it.
public final class OwnJvm {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private OwnJvm() {}

    /// The program that starts it.
    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java")
                .toString();
    }

    /// What keeps it from writing down, anywhere on the disk, what it works on: a report of a crash and a core hold
    /// pieces of its memory, and what it measures itself is kept with its whole command line.
    public static List<String> tellingNothing() {
        return List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + nowhere(), "-XX:-UsePerfData");
    }

    /// A file that keeps nothing.
    public static String nowhere() {
        return WINDOWS ? "NUL" : "/dev/null";
    }
}
