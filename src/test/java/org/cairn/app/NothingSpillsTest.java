package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The temporary folder stays empty from the first second on: what is there for a moment can be found years later.
class NothingSpillsTest {

    /// What libraries unpack of the program itself, the same on every machine: code that the system loads, and the
    /// fonts that bundles are set in.
    private static final Pattern OF_THE_PROGRAM = Pattern.compile("sqlite-.*-libsqlitejdbc.*|\\+~JF\\d+\\.tmp");

    @TempDir
    Path place;

    @Test
    void setsNothingAsideWhileFilesAreTakenInLookedAtAndBundled() throws Exception {
        Path papers = Files.createDirectory(place.resolve("papers"));
        for (String name : List.of("signature-page.pdf", "passport-page.jpg", "price-list.pdf")) {
            Files.copy(Path.of("resources/sample/files", name), papers.resolve(name));
        }
        Path aside = Files.createDirectory(place.resolve("aside"));
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            aside.register(watch, StandardWatchEventKinds.ENTRY_CREATE);

            String said = run(aside, papers);

            assertThat(said).contains("done");
            assertThat(appeared(watch)).allMatch(name -> OF_THE_PROGRAM.matcher(name).matches());
        }
    }

    private String run(Path aside, Path papers) throws IOException, InterruptedException {
        Path said = place.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + aside,
                        "-Duser.home=" + Files.createDirectory(place.resolve("home")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WholeJob.class.getName(),
                        place.toString(),
                        papers.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();
        return Files.readString(said);
    }

    private static List<String> appeared(WatchService watch) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (WatchKey key = watch.poll(1, TimeUnit.SECONDS); key != null; key = watch.poll()) {
            for (WatchEvent<?> event : key.pollEvents()) {
                names.add(String.valueOf(event.context()));
            }
            key.reset();
        }
        return names;
    }
}
