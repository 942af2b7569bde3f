package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.OfferedFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However long the list of files is, the report ends on a page that says something by itself.
class IntakeSheetsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Fingerprint HASH = new Fingerprint("ab".repeat(32));

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ru", "ar", "zh"})
    void keepsTheLastNoteOnThePageOfTheProof(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        for (int files = 30; files <= 62; files += 2) {
            byte[] report = IntakeSheets.pdf(account(files), HASH, locale);
            try (PDDocument document = Loader.loadPDF(report)) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(document.getNumberOfPages());
                assertThat(last.getText(document).replaceAll("\\s", ""))
                        .as(language + " " + files)
                        .contains(HASH.hex().substring(0, 16)); // the hash of the table is the first of the proof
            }
        }
    }

    private static IntakeAccount account(int files) {
        IntakeRun run = new IntakeRun(
                1, NOON, "amina", "Cairn 1.0", Protection.RESTRICTED, files, Optional.of(NOON), IntakeRun.Ending.WHOLE);
        return new IntakeAccount(
                run,
                IntStream.range(0, files)
                        .mapToObj(number -> new IntakeAccount.Line(
                                0,
                                new OfferedFile(
                                        "file " + number,
                                        OfferedFile.Fate.NOT_TAKEN,
                                        "unreachable",
                                        number,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Optional.empty(),
                                false))
                        .toList(),
                "cd".repeat(16),
                12,
                new Fingerprint("ef".repeat(32)),
                NOON,
                "amina");
    }
}
