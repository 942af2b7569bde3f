package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Schedules and load files that a command asks for, whatever the draft says.
class BundleSchedulesCommandTest {

    @TempDir
    Path temp;

    @Test
    void asksForSchedulesAndLoadFilesBesideADraft() throws Exception {
        CommandLineProcess cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path paper = Files.writeString(temp.resolve("paper.txt"), "The lantern went out.");
        cairn.unlocked("import", paper.toString(), "--source", "the registry");
        cairn.unlocked("describe", "E-0001", "--title", "A lantern", "--tag", "element:PAL.PURP");
        Path out = temp.resolve("out");
        String[] query = {"bundle", "--query", "lantern", "--title", "Lantern", "--out", out.toString(), "--json"};

        Ran wrong = cairn.unlocked(with(query, "--schedules", "elements,names"));
        JsonNode plain = cairn.unlocked(query).json();
        Ran ran = cairn.unlocked(with(query, "--schedules", "elements,chronology", "--load-files"));

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(ran.exit()).as(ran.err()).isZero();
        Path pdf = Path.of(ran.json().get("pdf").asText());
        assertThat(text(pdf))
                .contains("Elements of the crimes", "(PAL.PURP)", "Chronology")
                .doesNotContain("Persons");
        String stem = pdf.getFileName().toString().replace(".pdf", "");
        assertThat(out.resolve(stem).resolve("data").resolve(stem + ".dat")).exists();
        Path first = Path.of(plain.get("pdf").asText());
        assertThat(text(first)).doesNotContain("Elements of the crimes", "Chronology");
        assertThat(out.resolve(first.getFileName().toString().replace(".pdf", ""))
                        .resolve("data/index.csv"))
                .content()
                .contains("A lantern");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static String text(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
