package org.cairn.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cairn.intake.ChildSink;
import org.cairn.intake.Limits;
import org.cairn.intake.Reader;
import org.cairn.intake.Source;
import org.cairn.progress.Progress;

/// Reads every file of a folder with two worker processes of ours and with a bare loop of Tika in two threads of one
/// process, in turn, and prints how many documents a second each does, and their ratio.
///
/// Both are measured as started and, in later rounds, warm. Arguments: the folder, and how many rounds (3).
public final class IntakeBench {

    private final List<Path> files;

    private IntakeBench(List<Path> files) {
        this.files = files;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("usage: IntakeBench FOLDER [ROUNDS]");
            return;
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            new IntakeBench(all.filter(Files::isRegularFile).sorted().toList()).run(rounds);
        }
    }

    private void run(int rounds) throws IOException {
        BareTika parser = new BareTika();
        try (Reader reader = new Reader(Limits.DEFAULT)) {
            for (int round = 1; round <= rounds; round++) {
                double ours = perSecond(file -> ours(reader, file));
                double bare = perSecond(parser::read);
                System.out.printf(
                        "round %d, %d documents: ours %.1f/s, bare Tika %.1f/s, ratio %.2f%n",
                        round, files.size(), ours, bare, ours / bare);
            }
        }
    }

    private double perSecond(Consumer<Path> read) {
        long start = System.nanoTime();
        BareTika.inThreads(files, read);
        return files.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static void ours(Reader reader, Path file) {
        reader.read(source(file), file.getFileName().toString(), new Nowhere(), Progress.none());
    }

    private static Source source(Path file) {
        return new Source() {
            @Override
            public long size() {
                return file.toFile().length();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }

    private record Nowhere() implements ChildSink {
        @Override
        public void child(String name, InputStream bytes) throws IOException {
            bytes.transferTo(OutputStream.nullOutputStream());
        }

        @Override
        public void again() {
            // counted as the same file
        }
    }
}
