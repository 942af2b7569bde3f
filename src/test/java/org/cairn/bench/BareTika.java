package org.cairn.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import java.util.stream.IntStream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// A bare loop of Tika in this process, which ours is measured against: it tells no language, no pages, seals nothing
/// and finds nothing again.
final class BareTika {

    /// As many threads as ours has workers.
    static final int AT_ONCE = 2;

    /// As it comes, but for recognising text on pictures, which ours leaves to the hours after an intake.
    private static final String PARSERS = """
            <properties>
              <parsers>
                <parser class="org.apache.tika.parser.DefaultParser">
                  <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
                </parser>
              </parsers>
            </properties>
            """;

    private final AutoDetectParser parser;

    BareTika() throws IOException {
        // what its parsers have to complain of is not measured
        LogManager.getLogManager().reset();
        try {
            parser = new AutoDetectParser(
                    new TikaConfig(new ByteArrayInputStream(PARSERS.getBytes(StandardCharsets.UTF_8))));
        } catch (TikaException | SAXException e) {
            throw new IOException(e);
        }
    }

    void read(List<Path> files) {
        inThreads(files, this::read);
    }

    /// Its failures are its own: one that ends the whole loop elsewhere is only passed over here.
    void read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            parser.parse(in, new BodyContentHandler(-1), new Metadata());
        } catch (IOException
                | SAXException
                | TikaException
                | RuntimeException
                | StackOverflowError
                | OutOfMemoryError
                | LinkageError e) {
            // read as far as it goes
        }
    }

    /// Does something with every file, in as many threads.
    static void inThreads(List<Path> files, Consumer<Path> read) {
        AtomicInteger next = new AtomicInteger();
        CompletableFuture.allOf(IntStream.range(0, AT_ONCE)
                        .mapToObj(thread -> CompletableFuture.runAsync(
                                () -> {
                                    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                                        read.accept(files.get(i));
                                    }
                                },
                                task -> Thread.ofPlatform().start(task)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
