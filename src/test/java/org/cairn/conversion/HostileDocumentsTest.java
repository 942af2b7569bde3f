package org.cairn.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// LibreOffice itself, where it is installed: documents that ask for more than to be shown.
class HostileDocumentsTest {

    private static final List<String> FETCHED = new CopyOnWriteArrayList<>();

    private static Optional<LibreOffice> office = Optional.empty();
    private static HttpServer lure;

    @TempDir
    private static Path disk;

    @BeforeAll
    static void findTheProgramAndSetALure() throws IOException {
        office = LibreOffice.find(Optional.empty());
        assumeTrue(office.isPresent(), "LibreOffice is not installed");
        lure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lure.createContext("/", exchange -> {
            FETCHED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        lure.start();
        ImageIO.write(
                new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB),
                "png",
                disk.resolve("own.png").toFile());
        Files.writeString(disk.resolve("own.txt"), "words of this machine");
    }

    @AfterAll
    static void takeTheLureAway() {
        if (office.isPresent()) {
            lure.stop(0);
        }
    }

    @AfterEach
    void leavesNoProcess() {
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info().arguments().stream()
                                .flatMap(java.util.Arrays::stream)
                                .anyMatch(word -> word.contains("/dev/shm/cairn-"
                                        + ProcessHandle.current().pid()))))
                .isEmpty();
    }

    @Test
    void showsWhatADocumentSaysAndFetchesNothing() throws Exception {
        try (PDDocument pages = pages(Papers.asking(server(), disk), "docx")) {
            assertThat(text(pages)).contains("Before", "as it was included", "as it was linked", "After");
            assertThat(pictures(pages)).as("pictures from elsewhere").isZero();
        }
        assertThat(FETCHED).isEmpty();
    }

    @Test
    void readsNothingElseFromTheMachine() throws Exception {
        try (PDDocument pages = pages(Papers.linked(server(), disk), "odt")) {
            assertThat(text(pages)).contains("Begin", "kept section", "End").doesNotContain("words of this machine");
            assertThat(pictures(pages)).isZero();
        }
        assertThat(FETCHED).isEmpty();
    }

    @Test
    void runsNoMacro() throws Exception {
        Path trace = disk.resolve("trace");
        try (PDDocument pages = pages(Papers.withMacro(trace), "odt")) {
            assertThat(text(pages)).contains("A paper that runs something");
        }
        assertThat(trace).doesNotExist();
    }

    @Test
    void asksNoOtherWorkbookForValues() throws Exception {
        try (PDDocument pages = pages(Papers.external(server(), disk), "ods")) {
            assertThat(text(pages)).contains("kept value").doesNotContain("words of this machine");
        }
        assertThat(FETCHED).isEmpty();
    }

    @Test
    void saysThatADamagedDocumentCannotBeLaidOut() throws Exception {
        byte[] whole = Papers.asking(server(), disk);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

        assertThatExceptionOfType(NotConverted.class)
                .isThrownBy(() -> pages(half, "docx"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.CRASHED));
    }

    @Test
    void givesUpOnASheetWithoutEnd() throws Exception {
        ConversionLimits hasty = new ConversionLimits(Duration.ofSeconds(6), 2_048, 64 << 20, 64 << 20);

        assertThatExceptionOfType(NotConverted.class)
                .isThrownBy(() -> pages(Papers.endless(), "ods", hasty))
                .satisfies(refused -> assertThat(refused.reason()).isIn(Reason.TIME, Reason.CRASHED, Reason.OUTPUT));
    }

    private static String server() {
        return "http://127.0.0.1:" + lure.getAddress().getPort();
    }

    private static PDDocument pages(byte[] document, String ending) throws Exception {
        return pages(document, ending, ConversionLimits.DEFAULT);
    }

    private static PDDocument pages(byte[] document, String ending, ConversionLimits limits) throws Exception {
        OfficeKind.Part part = ending.equals("ods") ? OfficeKind.Part.CALC : OfficeKind.Part.WRITER;
        try (Converted made = office.orElseThrow()
                        .pages(
                                () -> new ByteArrayInputStream(document),
                                new OfficeKind(ending, part, false),
                                limits,
                                Progress.none());
                InputStream bytes = made.open()) {
            return Loader.loadPDF(bytes.readAllBytes());
        }
    }

    private static String text(PDDocument pages) throws IOException {
        return new PDFTextStripper().getText(pages);
    }

    private static long pictures(PDDocument pages) throws IOException {
        long count = 0;
        for (PDPage page : pages.getPages()) {
            for (var name : page.getResources().getXObjectNames()) {
                if (page.getResources().isImageXObject(name)) {
                    count++;
                }
            }
        }
        return count;
    }
}
