package org.cairn.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.cairn.domain.LanguageTag;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Which language a page is read in, with a program that says what each test has it say.
@DisabledOnOs(OS.WINDOWS)
class LanguageTrialTest {

    private static final List<Languages.Entry> LATIN = Languages.installed(List.of("eng", "fra", "spa"));

    @TempDir
    Path temp;

    private Path asked;

    @BeforeEach
    void nothingAskedYet() {
        asked = temp.resolve("asked");
    }

    @Test
    void readsAgainInTheLanguageThatCameOutHoweverSureTheFirstReadingWas() throws Exception {
        LanguageTrial trial = trial(List.of(), "eng) say 94 maison;;", "fra) say 90 maison;;");

        assertThat(trial.read(page()).packs()).containsExactly("fra");
        assertThat(Files.readAllLines(asked)).containsExactly("eng", "fra");
    }

    @Test
    void staysWithTheFirstReadingWhereItsLanguageIsWhatCameOut() throws Exception {
        LanguageTrial trial = trial(List.of(), "eng) say 84 house;;", "fra) say 99 house;;");

        assertThat(trial.read(page()).packs()).containsExactly("eng");
        assertThat(Files.readAllLines(asked)).containsExactly("eng");
    }

    @Test
    void believesTheMachineWhereTheLanguageCannotBeTold() throws Exception {
        LanguageTrial trial = trial(List.of(), "eng) say 70 xyz;;", "fra) say 71 xyz;;", "spa) say 94 xyz;;");

        assertThat(trial.read(page()).packs()).containsExactly("spa");
    }

    @Test
    void staysWithAMuchSurerReadingAgainstWhatCameOut() throws Exception {
        LanguageTrial trial = trial(List.of(), "eng) say 92 maison;;", "fra) say 30 maison;;", "spa) say 40 casa;;");

        assertThat(trial.read(page()).packs()).containsExactly("eng");
    }

    @Test
    void doubtsWhatAPersonSaidWhereAnotherLanguageComesOut() throws Exception {
        LanguageTrial trial = trial(LATIN.subList(0, 1), "eng) say 94 maison;;", "fra) say 92 maison;;");

        assertThat(trial.read(page()).packs()).containsExactly("fra");
    }

    @Test
    void looksAnewWhenALaterPageIsInAnotherLanguage() throws Exception {
        LanguageTrial trial = trial(
                List.of(),
                "eng) if [ -e \"" + asked + ".turned\" ]; then say 94 maison; else say 95 house; fi;;",
                "fra) say 91 maison;;");
        assertThat(trial.read(page()).packs()).containsExactly("eng");
        Files.createFile(Path.of(asked + ".turned"));

        assertThat(trial.read(page()).packs()).containsExactly("fra");
        Files.writeString(asked, "");
        assertThat(trial.read(page()).packs()).containsExactly("fra");
        assertThat(Files.readAllLines(asked)).containsExactly("fra");
    }

    private LanguageTrial trial(List<Languages.Entry> likely, String... answers) throws Exception {
        String script = """
            #!/bin/sh
            cat > /dev/null
            say() {
              printf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t%s\\t%s\\n' "$1" "$2"
            }
            while [ "$1" != "-l" ]; do shift; done
            echo "$2" >> "ASKED"
            case "$2" in
            ANSWERS
            *) say 10 nothing;;
            esac
            """.replace("ASKED", asked.toString()).replace("ANSWERS", String.join("\n", answers));
        Path program = temp.resolve("tesseract");
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Tesseract tesseract = new Tesseract(program, "0.0", new TreeSet<>(List.of("eng", "fra", "spa")));
        return new LanguageTrial(
                new PageReader(tesseract, OcrLimits.DEFAULT, Progress.none()),
                likely,
                LATIN,
                LanguageTrialTest::spoken);
    }

    private static Optional<LanguageTag> spoken(String text) {
        return switch (text) {
            case "house" -> Optional.of(new LanguageTag("en"));
            case "maison" -> Optional.of(new LanguageTag("fr"));
            case "casa" -> Optional.of(new LanguageTag("es"));
            default -> Optional.empty();
        };
    }

    private static GreyPage page() {
        return GreyPage.of(20, 20, new int[400], 300);
    }
}
