package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Awkward documents of the field, in bundles for archives; skipped where they are not beside the project.
class ArchivalCorpusTest {

    private static final long LARGEST = 400_000;
    private static final int MOST = 12;

    @TempDir
    Path folder;

    @Test
    void holdsWithWhateverIsPutIn() throws IOException {
        Path corpus = Path.of(System.getProperty("cairn.corpora", "../shared/corpora"), "documents", "dev");
        assumeTrue(Files.isDirectory(corpus), "no corpus of documents beside the project");
        for (Path source : documents(corpus)) {
            BundlePlan plan = Plans.of(
                    Locale.ENGLISH,
                    Plans.document("A/1", 1, "Document", "d.pdf", "application/pdf", Files.readAllBytes(source)));
            Path out = Files.createDirectory(folder.resolve(source.getFileName().toString()));
            byte[] pdf = Vera.bytes(new BundleWriter()
                    .write(Plans.forArchives(plan), out, Progress.none(), done -> {})
                    .pdf());

            assertThat(Vera.againstArchival(pdf))
                    .as(source.getFileName().toString())
                    .isEmpty();
        }
    }

    private static List<Path> documents(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(file ->
                            file.toString().endsWith(".pdf") && file.toFile().length() < LARGEST)
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
    }
}
