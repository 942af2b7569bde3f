package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was taken in by script: the report of it, and which of it looks alike.
class IntakeCommandsTest {

    @TempDir
    Path temp;

    private CommandLineProcess cairn;
    private Path papers;

    @BeforeEach
    void takePapersIn() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        papers = Files.createDirectory(temp.resolve("papers"));
        String text = IntStream.range(0, 60)
                .mapToObj(i -> "Guard number " + i + " came in.")
                .collect(Collectors.joining(" "));
        Files.writeString(papers.resolve("a.txt"), text + " He left at noon.");
        Files.writeString(papers.resolve("b.txt"), text + " He left at dusk.");
        Files.copy(papers.resolve("a.txt"), papers.resolve("c.txt"));
        cairn.unlocked("import", papers.toString(), "--source", "the registry");
    }

    @Test
    void listsIntakesAndAccountsForEveryFileOfOne() throws Exception {
        JsonNode run = json("intake-report").at("/intakes/0");
        assertThat(run.get("intake").asInt()).isEqualTo(1);
        assertThat(run.get("files").asInt()).isEqualTo(3);
        assertThat(run.get("by").asText()).isEqualTo("amina");

        JsonNode account = json("intake-report", "1");
        assertThat(account.at("/offered/files").asInt()).isEqualTo(3);
        assertThat(account.at("/taken/files").asInt()).isEqualTo(2);
        assertThat(account.at("/duplicates/files").asInt()).isEqualTo(1);
        assertThat(account.get("withheld").asInt()).isZero();
        assertThat(account.get("lines").findValuesAsText("fate"))
                .containsExactlyInAnyOrder("TAKEN", "TAKEN", "DUPLICATE");
        assertThat(account.get("lines").findValuesAsText("path")).anyMatch(path -> path.endsWith("c.txt"));
    }

    @Test
    void writesTheReportThatIsSigned() throws Exception {
        Path reports = Files.createDirectory(temp.resolve("reports"));
        JsonNode written = json("intake-report", "1", "--out", reports.toString(), "--lang", "fr");
        Path pdf = Path.of(written.get("pdf").asText());
        assertThat(pdf).startsWith(reports);
        assertThat(Files.readString(Path.of(written.get("csv").asText()))).contains("a.txt", "b.txt", "c.txt");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("a.txt", "E-0001", "Signature");
        }
    }

    @Test
    void refusesAnIntakeThatNeverWasAndNumbersThatAreNone() throws Exception {
        assertThat(cairn.unlocked("intake-report", "7").exit()).isNotZero();
        assertThat(cairn.unlocked("intake-report", "--limit", "0").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(cairn.unlocked("intake-report", "--offset", "-1").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsWhatLooksAlikeUntilItIsSettled() throws Exception {
        JsonNode pair = json("near-duplicates").at("/pairs/0");
        assertThat(pair.get("ref").asText()).isEqualTo("E-0002");
        assertThat(pair.get("other").asText()).isEqualTo("E-0001");
        assertThat(pair.get("sense").asText()).isEqualTo("WORDS");
        assertThat(pair.get("percent").asInt()).isBetween(80, 100);
        assertThat(json("near-duplicates", "--after", "E-0002").get("pairs")).isEmpty();
        assertThat(json("near-duplicates", "E-0001").at("/pairs/0/other").asText())
                .isEqualTo("E-0002");

        JsonNode settled = json("near-duplicates", "E-0001", "--not-the-same", "E-0002");
        assertThat(settled.get("notTheSame").asText()).isEqualTo("E-0002");
        assertThat(json("near-duplicates").get("pairs")).isEmpty();
    }

    @Test
    void refusesToSettleAnItemWithItselfOrWithNone() throws Exception {
        assertThat(cairn.unlocked("near-duplicates", "E-0001", "--not-the-same", "E-0001")
                        .exit())
                .isNotZero();
        assertThat(cairn.unlocked("near-duplicates", "E-0099").exit()).isNotZero();
        assertThat(cairn.unlocked("near-duplicates", "--limit", "0").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(cairn.unlocked("near-duplicates", "--not-the-same", "E-0002").exit())
                .isEqualTo(ExitCode.USAGE);
    }

    private JsonNode json(String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Ran ran = cairn.unlocked(all);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }
}
