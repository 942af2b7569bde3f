package org.cairn.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.cairn.intake.ChildSink;
import org.cairn.intake.Limits;
import org.cairn.intake.ReadResult;
import org.cairn.intake.Reader;
import org.cairn.intake.Source;
import org.cairn.progress.Progress;
import org.xml.sax.SAXException;

/// Reads every file of a folder with our worker processes and with a bare loop of Tika in one process, and prints how
/// many documents a second each does, and their ratio.
///
/// Arguments: the folder, and `-v` for a line for each kind of ending.
public final class IntakeBench {

    private final List<Path> files;
    private final Map<String, Integer> endings = new TreeMap<>();
    private int children;

    private IntakeBench(List<Path> files) {
        this.files = files;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("usage: IntakeBench FOLDER [-v]");
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        IntakeBench bench = new IntakeBench(files);
        double ours = bench.ours();
        if (arguments.length > 1) {
            bench.endings.forEach((ending, count) -> System.out.printf("%6d %s%n", count, ending));
            System.out.printf("%6d children%n", bench.children);
        }
        double bare = bench.bare();
        System.out.printf(
                "%d documents: ours %.1f/s with one worker, bare Tika %.1f/s, ratio %.2f%n",
                files.size(), ours, bare, ours / bare);
    }

    private double ours() throws IOException {
        Limits limits =
                new Limits(Limits.DEFAULT.time(), Limits.DEFAULT.memoryMiB(), Limits.DEFAULT.textCharacters(), 1);
        long start = System.nanoTime();
        try (Reader reader = new Reader(limits)) {
            for (Path file : files) {
                ReadResult result = reader.read(source(file), file.getFileName().toString(), sink(), Progress.none());
                String reason = result.reading().reason();
                endings.merge(result.reading().status() + (reason.isEmpty() ? "" : " " + reason), 1, Integer::sum);
            }
        }
        return perSecond(start);
    }

    private double bare() {
        AutoDetectParser parser = new AutoDetectParser(TikaConfig.getDefaultConfig());
        long start = System.nanoTime();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                parser.parse(in, new BodyContentHandler(-1), new Metadata());
            } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError | LinkageError e) {
                endings.merge("bare Tika failed", 1, Integer::sum);
            }
        }
        return perSecond(start);
    }

    private double perSecond(long start) {
        return files.size() / ((System.nanoTime() - start) / 1e9);
    }

    private ChildSink sink() {
        return new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                bytes.skip(Long.MAX_VALUE);
                children++;
            }

            @Override
            public void again() {
                endings.merge("read again", 1, Integer::sum);
            }
        };
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
