package org.cairn.ui.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cairn.outside.Programs;

/// The system's own window of a folder, opened by the system's own program.
///
/// The toolkits' ways are not taken: what opens a folder there opens any address too. Only a folder that is there is
/// handed over, never an address.
public final class FolderWindow {

    /// How it went.
    public enum Answer {
        OPENED,
        /// No such folder is there any more.
        GONE,
        /// This system has no window for it, or does not say how.
        CANNOT
    }

    /// One way to open a folder.
    ///
    /// @param command what is run; the folder comes last
    /// @param says whether its end says if it worked
    record Way(List<String> command, boolean says) {
        Way {
            command = List.copyOf(command);
        }

        @Override
        public String toString() {
            return "Way";
        }
    }

    private static final int PATIENCE_SECONDS = 5;

    private final List<Way> ways;
    private final boolean quoting;

    /// @param quoting whether a folder is handed over in quotation marks
    FolderWindow(List<Way> ways, boolean quoting) {
        this.ways = List.copyOf(ways);
        this.quoting = quoting;
    }

    /// As this system has it.
    public static FolderWindow ofSystem() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Windows")) {
            List<String> besides =
                    Optional.ofNullable(System.getenv("SystemRoot")).stream().toList();
            // it ends with 1 also when all is well, and takes a comma for the end of a name that is not quoted
            return new FolderWindow(
                    ways("explorer", besides, List.of(), false).limit(1).toList(), true);
        }
        if (system.startsWith("Mac")) {
            return new FolderWindow(ways("open", List.of(), List.of(), true).toList(), false);
        }
        return new FolderWindow(
                Stream.concat(
                                ways("xdg-open", List.of(), List.of(), true),
                                ways("gio", List.of(), List.of("open"), true))
                        .toList(),
                false);
    }

    /// A system that opens folders with one program, which says by its end whether it did.
    public static FolderWindow by(Path program) {
        return new FolderWindow(List.of(new Way(List.of(program.toString()), true)), false);
    }

    /// A system without windows.
    public static FolderWindow none() {
        return new FolderWindow(List.of(), false);
    }

    private static Stream<Way> ways(String program, List<String> besides, List<String> words, boolean says) {
        return Programs.named(program, Optional.empty(), besides).stream()
                .limit(1)
                .map(path -> new Way(
                        Stream.concat(Stream.of(path.toString()), words.stream())
                                .toList(),
                        says));
    }

    /// Opens a folder; takes as long as the system takes, seconds at the most.
    public Answer open(Path folder) {
        Path whole = folder.toAbsolutePath();
        if (!Files.isDirectory(whole)) {
            return Answer.GONE;
        }
        return ways.stream().anyMatch(way -> opens(way, whole)) ? Answer.OPENED : Answer.CANNOT;
    }

    private boolean opens(Way way, Path folder) {
        String named = quoting ? '"' + folder.toString() + '"' : folder.toString();
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(way.command().stream(), Stream.of(named)).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // where no program for folders is known, xdg-open would start a browser, which goes to networks by itself
        builder.environment().put("BROWSER", "false");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            // one that is still there shows the window itself
            return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !way.says() || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
