package org.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing of what people entrust is in clear anywhere, and the temporary folder stays empty from the first second on:
/// what is there for a moment can be found years later.
class NothingSpillsTest {

    /// What libraries unpack of the program itself, the same on every machine: code that the system loads, and the
    /// fonts that bundles are set in.
    private static final Pattern OF_THE_PROGRAM = Pattern.compile("sqlite-.*-libsqlitejdbc.*|\\+~JF\\d+\\.tmp");

    private static final String FILE_NAME = "plantedfilename";
    private static final String INSIDE = "plantedwordinsideafile";

    @TempDir
    Path place;

    @Test
    void setsNothingAsideAndLeavesNoWordInClearWhileTheWholeJobIsDone() throws Exception {
        Path papers = papers();
        Path aside = Files.createDirectory(place.resolve("aside"));
        Path home = Files.createDirectory(place.resolve("home"));
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            aside.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Path said = place.resolve("said");

            Process program = run(aside, home, papers, said);
            program.waitFor();

            assertThat(said).content().isEqualToIgnoringNewLines("done");
            assertThat(appeared(watch))
                    .allMatch(name -> OF_THE_PROGRAM.matcher(name).matches());
            awaitReadersOf(program.pid());
            assertThat(inMemory(program.pid())).isEmpty();
        }
        for (Path folder : List.of(aside, home, place.resolve("study.cairn"))) {
            assertNothingInClear(folder);
        }
        assertThat(place.resolve("bundle")).isNotEmptyDirectory();
    }

    private Path papers() throws IOException {
        Path papers = Files.createDirectory(place.resolve("papers"));
        for (String name : List.of("signature-page.pdf", "passport-page.jpg", "price-list.pdf")) {
            Files.copy(Path.of("resources/sample/files", name), papers.resolve(name));
        }
        Files.writeString(papers.resolve(FILE_NAME + ".txt"), "It says " + INSIDE + ".\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(papers.resolve("letters.zip")))) {
            zip.putNextEntry(new ZipEntry(FILE_NAME + "-inside.txt"));
            zip.write((INSIDE + "\n").repeat(20).getBytes(StandardCharsets.UTF_8));
        }
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(72, 700);
                pen.showText(WholeJob.ON_A_PAGE);
                pen.endText();
            }
            document.save(papers.resolve("page.pdf").toFile());
        }
        return papers;
    }

    private Process run(Path aside, Path home, Path papers, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + aside,
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WholeJob.class.getName(),
                        place.toString(),
                        papers.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        return builder.start();
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

    /// What reads files ends by itself when its program is gone, and takes its folder along.
    private static void awaitReadersOf(long program) {
        String folder = "cairn-" + program + "-";
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder))
                        .isPresent())
                .forEach(process -> process.onExit().join());
    }

    /// What lies in memory for libraries that insist on a file goes with the program.
    private static List<Path> inMemory(long program) throws IOException {
        Path memory = Path.of("/dev/shm");
        if (!Files.isDirectory(memory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(memory)) {
            return all.filter(path -> path.getFileName().toString().startsWith("cairn-" + program + "-"))
                    .toList();
        }
    }

    private static void assertNothingInClear(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                assertThat(path.toString()).doesNotContain(FILE_NAME);
                if (Files.isRegularFile(path)) {
                    String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
                    assertThat(planted().filter(bytes::contains))
                            .as("in clear in %s", folder.relativize(path))
                            .isEmpty();
                }
            }
        }
    }

    /// What was planted, in every way that letters become bytes, each byte a letter.
    private static Stream<String> planted() {
        return Stream.of(WholeJob.NAME, WholeJob.STATEMENT, WholeJob.DRAFT, WholeJob.ON_A_PAGE, FILE_NAME, INSIDE)
                .flatMap(text -> Stream.<Charset>of(
                                StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                        .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1)));
    }
}
