package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;

/// Real files that nobody on the project wrote, many of them broken or hostile: each ends with a word about it.
class CorpusReadingTest {

    /// Every so manieth file: all of them are read by the benchmark.
    private static final int STEP = 8;

    private static final Set<String> NEVER = Set.of("timeLimit", "memoryLimit", "crashed", "notAvailable");

    @Test
    void noFileHangsCrashesOrVanishes() throws IOException {
        Path folder = Path.of(System.getProperty("cairn.corpora", "../shared/corpora"))
                .resolve("documents");
        assumeTrue(Files.isDirectory(folder), "the corpora are not here: nothing to read");
        List<Path> files = some(folder);
        try (Reader reader = new Reader(Limits.DEFAULT)) {
            for (Path file : files) {
                ReadResult result =
                        reader.read(source(file), file.getFileName().toString(), new Found(), Progress.none());
                assertThat(result.reading().reason()).as(file.toString()).isNotIn(NEVER);
                boolean explained = result.reading().status() == ReadingStatus.COMPLETE
                        || !result.reading().reason().isEmpty();
                assertThat(explained).as(file.toString()).isTrue();
            }
        }
    }

    private static List<Path> some(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            return IntStream.range(0, files.size())
                    .filter(i -> i % STEP == 0)
                    .mapToObj(files::get)
                    .toList();
        }
    }

    private static Source source(Path file) throws IOException {
        long size = Files.size(file);
        return new Source() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
