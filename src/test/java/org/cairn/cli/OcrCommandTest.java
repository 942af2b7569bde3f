package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text on scans by script: held up, let go on, typed.
class OcrCommandTest {

    @TempDir
    Path temp;

    @Test
    void saysWhatWaitsAndTakesWhatAPersonTyped() throws Exception {
        CommandLineProcess cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path scan = temp.resolve("note.png");
        ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY), "png", scan.toFile());
        cairn.unlocked("import", scan.toString(), "--source", "the registry");

        Ran paused = cairn.unlocked("ocr", "--pause", "--json");
        assertThat(paused.exit()).as(paused.err()).isZero();
        assertThat(paused.json().get("waiting").asInt()).isEqualTo(1);
        assertThat(paused.json().get("paused").asBoolean()).isTrue();
        assertThat(cairn.unlocked("ocr", "--resume", "--json")
                        .json()
                        .get("paused")
                        .asBoolean())
                .isFalse();
        assertThat(cairn.unlocked("ocr", "--usual", "ru,ug", "--json")
                        .json()
                        .at("/usual/1")
                        .asText())
                .isEqualTo("ug");
        assertThat(cairn.unlocked("ocr", "--usual", "tlh").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(cairn.unlocked("ocr", "--pause", "--resume").exit()).isEqualTo(ExitCode.USAGE);

        Path text = Files.writeString(temp.resolve("typed.txt"), "They promised him a house.");
        Ran typed = cairn.unlocked("type-page", "E-0001", "--page", "1", "--language", "en", "--file", text.toString());
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(cairn.unlocked("search", "promised", "--json")
                        .json()
                        .at("/hits/0/passages/0/pinpoint")
                        .asText())
                .isEqualTo("E-0001 p. 1");
        assertThat(cairn.unlocked("ocr", "--status", "--json")
                        .json()
                        .get("waiting")
                        .asInt())
                .isZero();
    }

    @Test
    void saysOfAnItemThatNothingIsInstalledToReadIt() throws Exception {
        CommandLineProcess cairn = new CommandLineProcess(temp)
                .where("CAIRN_TESSERACT", temp.resolve("none").toString());
        cairn.makeAStudy();
        Path scan = temp.resolve("note.png");
        ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY), "png", scan.toFile());
        CommandLineProcess.shared(temp).unlocked("import", scan.toString(), "--source", "the registry");

        Ran shown = cairn.unlocked("show", "E-0001");
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("Text not read: OCR is not installed.", "apt install tesseract-ocr", "1 page waits");
        assertThat(cairn.unlocked("show", "E-0001", "--json")
                        .json()
                        .get("recognitionInstalled")
                        .asBoolean())
                .isFalse();
    }
}
