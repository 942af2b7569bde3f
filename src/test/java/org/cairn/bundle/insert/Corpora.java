package org.cairn.bundle.insert;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Documents of the field kept beside the project, where there are any.
final class Corpora {

    private Corpora() {}

    static List<Path> documents(String collection, String ending) throws IOException {
        Path folder = Path.of(System.getProperty("cairn.corpora", "../shared/corpora"), "documents", "dev", collection);
        assumeTrue(Files.isDirectory(folder), "no corpus of documents beside the project");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
