package org.cairn.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What surrounds LibreOffice, with a program in its place that behaves as no such program should.
@EnabledOnOs(OS.LINUX)
class LibreOfficeTest {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final OfficeKind WORD = OfficeKind.of("application/msword").orElseThrow();
    private static final ConversionLimits PATIENT = new ConversionLimits(Duration.ofMinutes(1), 2_048, 10_000, 1 << 20);

    /// Copies what it is given to where the PDF is expected, and tells what it was asked.
    private static final String GOOD = """
            case "$*" in *--version*) echo "LibreOffice 24.8.1.2 87fa9aec1a63e70835390b81c40bb8993f1d4ff6"; exit 0;; esac
            for word; do last="$word"; done
            { cat "$last"; echo; echo "$*"; cat profile/user/registrymodifications.xcu; } > "${last%.*}.pdf"
            """;

    @TempDir
    private Path programs;

    private List<Path> before = List.of();

    @BeforeEach
    void lookWhatLiesInMemory() throws IOException {
        before = inMemory();
    }

    @AfterEach
    void leavesNothingInMemory() throws IOException {
        assertThat(inMemory()).isEqualTo(before);
    }

    @Test
    void findsTheProgramAndItsVersion() throws IOException {
        Path program = install(GOOD);

        assertThat(LibreOffice.find(Optional.of(programs))).contains(new LibreOffice(program, "24.8.1.2"));
        assertThat(LibreOffice.find(Optional.of(program)).orElseThrow().name()).isEqualTo("LibreOffice 24.8.1.2");
    }

    @Test
    void takesNothingElseForTheProgram() throws IOException {
        assertThat(LibreOffice.find(Optional.of(programs))).isEmpty();
        install("echo something else 7.4");
        assertThat(LibreOffice.find(Optional.of(programs))).isEmpty();
    }

    @Test
    void handsADocumentOverAndTakesItsPages() throws Exception {
        String made = pages(GOOD, "a paper", PATIENT);

        assertThat(made)
                .startsWith("a paper")
                .contains("--headless", "--norestore", "--convert-to pdf:writer_pdf_Export", "document.doc")
                .contains("-env:UserInstallation=file:///dev/shm/cairn-");
    }

    @Test
    void forbidsEverythingADocumentMayAskFor() throws Exception {
        assertThat(pages(GOOD, "a paper", PATIENT))
                .contains("\"DisableMacrosExecution\" oor:op=\"fuse\"><value>true")
                .contains("\"BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true")
                .contains("Writer/Content/Update\"><prop oor:name=\"Link\" oor:op=\"fuse\"><value>0")
                .contains("Calc/Content/Update\"><prop oor:name=\"Link\" oor:op=\"fuse\"><value>1")
                .contains("\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>1")
                .contains("\"ODFRecalcMode\" oor:op=\"fuse\"><value>1")
                .contains("\"ooInetProxyType\" oor:op=\"fuse\"><value>2");
    }

    @Test
    void saysWhyThereAreNoPages() throws Exception {
        refuses("exit 1", PATIENT, Reason.CRASHED);
        refuses("exit 0", PATIENT, Reason.CRASHED);
        refuses(": > document.pdf", PATIENT, Reason.CRASHED);
        refuses("ln -s /etc/hostname document.pdf", PATIENT, Reason.CRASHED);
        refuses("sleep 4721", new ConversionLimits(Duration.ofSeconds(1), 2_048, 10_000, 1 << 20), Reason.TIME);
        refuses("head -c 2000000 /dev/zero > document.pdf", PATIENT, Reason.OUTPUT);
        refuses("head -c 200000000 /dev/zero > document.pdf", PATIENT, Reason.OUTPUT);
    }

    @Test
    void handsNoDocumentOverThatIsTooLarge() throws IOException {
        ConversionLimits little = new ConversionLimits(Duration.ofMinutes(1), 2_048, 6, 1 << 20);

        refuses(GOOD, little, Reason.INPUT);
    }

    /// Makes a workbook that nobody can make out of what it is given, and pages of that.
    private static final String NO_WORKBOOK = """
            for word; do last="$word"; done
            case "$*" in
            *ods:calc8*) { echo workbook of; cat "$last"; } > made/document.ods;;
            *) { echo pages of; cat "$last"; } > made/document.pdf;;
            esac
            """;

    @Test
    void laysTablesOutAsTheyAreWhereTheyCannotBeFitted() throws Exception {
        LibreOffice office = new LibreOffice(install(NO_WORKBOOK), "7.4");
        OfficeKind tables = OfficeKind.of("application/vnd.ms-excel").orElseThrow();

        try (Converted made = office.pages(() -> paper("a table"), tables, PATIENT, Progress.none());
                InputStream bytes = made.open()) {
            assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo("pages of\nworkbook of\na table");
            assertThat(made.fitting()).isEmpty();
        }
    }

    @Test
    void givesAWorkbookNoMoreTimeThanAPaper() throws Exception {
        LibreOffice slow = new LibreOffice(
                install(
                        "case \"$*\" in *ods:calc8*) sleep 1; cp document.xls made/document.ods;; *) sleep 4722;; esac"),
                "7.4");
        OfficeKind tables = OfficeKind.of("application/vnd.ms-excel").orElseThrow();
        ConversionLimits limits = new ConversionLimits(Duration.ofSeconds(2), 2_048, 10_000, 1 << 20);

        assertThatExceptionOfType(NotConverted.class)
                .isThrownBy(() -> slow.pages(() -> paper("a table"), tables, limits, Progress.none()))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TIME));
    }

    @Test
    void laysAWorkbookOutDirectlyWhereItCannotBeWrittenAnew() throws Exception {
        for (String failing : List.of("exit 1", "sleep 4723")) {
            LibreOffice office = new LibreOffice(
                    install("for word; do last=\"$word\"; done; case \"$*\" in *ods:calc8*) " + failing
                            + ";; *) { echo pages of; cat \"$last\"; } > document.pdf;; esac"),
                    "7.4");
            OfficeKind tables = OfficeKind.of("application/vnd.ms-excel").orElseThrow();
            ConversionLimits limits = new ConversionLimits(Duration.ofSeconds(4), 2_048, 10_000, 1 << 20);

            try (Converted made = office.pages(() -> paper("a table"), tables, limits, Progress.none());
                    InputStream bytes = made.open()) {
                assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo("pages of\na table");
                assertThat(made.fitting()).isEmpty();
            }
        }
    }

    @Test
    void keepsHalfOfTheTimeForThePagesOfAWorkbook() {
        ConversionLimits first = PATIENT.half();

        assertThat(first.time()).isEqualTo(Duration.ofSeconds(30));
        assertThat(PATIENT.after(first.time()).time()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void saysThatTheProgramIsGone() {
        LibreOffice gone = new LibreOffice(programs.resolve("none"), "7.4");

        assertThatExceptionOfType(NotConverted.class)
                .isThrownBy(() -> gone.pages(() -> paper("a paper"), WORD, PATIENT, Progress.none()))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_STARTED));
    }

    @Test
    void knowsDocumentsByTheirMediaTypes() {
        assertThat(OfficeKind.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document; a=b"))
                .contains(new OfficeKind("docx", OfficeKind.Part.WRITER, false));
        assertThat(OfficeKind.of("application/vnd.ms-excel.sheet.macroEnabled.12"))
                .contains(new OfficeKind("xlsm", OfficeKind.Part.CALC, true));
        assertThat(OfficeKind.of("application/vnd.oasis.opendocument.presentation"))
                .contains(new OfficeKind("odp", OfficeKind.Part.IMPRESS, false));
        assertThat(OfficeKind.of("text/html")).isEmpty();
        assertThat(OfficeKind.of("application/pdf")).isEmpty();
    }

    private String pages(String script, String document, ConversionLimits limits) throws Exception {
        LibreOffice office = new LibreOffice(install(script), "7.4");
        try (Converted made = office.pages(() -> paper(document), WORD, limits, Progress.none());
                InputStream bytes = made.open()) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private void refuses(String script, ConversionLimits limits, Reason reason) {
        assertThatExceptionOfType(NotConverted.class)
                .as(script)
                .isThrownBy(() -> pages(script, "a paper", limits))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Path install(String script) throws IOException {
        Path file = programs.resolve("soffice");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static InputStream paper(String words) {
        return new ByteArrayInputStream(words.getBytes(UTF_8));
    }

    private static List<Path> inMemory() throws IOException {
        String ours = "cairn-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(MEMORY)) {
            return all.filter(path -> path.getFileName().toString().startsWith(ours))
                    .toList();
        }
    }
}
