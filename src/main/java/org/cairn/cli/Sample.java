package org.cairn.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the sample archive lies and what unlocks it. Everybody may know: it holds invented people only.
public final class Sample {

    /// Who unlocks it.
    public static final String USER = "demo";

    /// What unlocks it.
    public static final String PASSPHRASE = "synthetic sample, nobody is in here";

    /// Where it is made when nothing is said.
    static final String FOLDER = "cairn-demo";

    private Sample() {}

    static Path in(Path folder) {
        return folder.resolve("sample.cairn");
    }

    /// The sample that a command line made, when it made one for a person to look at.
    public static Optional<Path> madeBy(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        if (!words.getFirst().equals("demo") || words.contains("--json") || words.contains("--help")) {
            return Optional.empty();
        }
        String folder = words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .orElse(FOLDER);
        return Optional.of(in(Path.of(folder)));
    }
}
