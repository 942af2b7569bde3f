package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementPreviewTest {

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String preview(String language, String words) throws IOException {
        return text(StatementPreview.pdf(Plans.testimony(language, words, 12), "W-0007", 2, Locale.ENGLISH));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ar | أخذوني إلى العيادة ليلا ولم يخبرني أحد بالسبب.
                    ug | مېنى كېچىدە دوختۇرخانىغا ئېلىپ باردى.
                    zh-Hans | 夜里我被带到诊所。
                    bo | མཚན་མོར་ང་སྨན་ཁང་ལ་ཁྲིད
                    ru | Меня привезли в клинику ночью.
                    """)
    void printsTheWitnessesOwnWordsInTheirOwnScript(String language, String words) throws IOException {
        assertThat(preview(language, words).replaceAll("\\s", "")).contains(words.replaceAll("\\s", ""));
    }

    @Test
    void printsWhatAPracticeDirectionAsksFor() throws IOException {
        assertThat(preview("fr", "On m’a emmené de nuit."))
                .contains("Witness: W-0007", "Statement no. 2 of this witness", "Exhibits: E-0012")
                .contains("Date: 4 December 2024")
                .contains("INT-07", "sworn")
                .contains("Question (open): What happened?")
                .contains("1.", "2.")
                .contains("Seen by the witness", "paragraphs 1", "Belief and inference", "paragraphs 2")
                .contains("Statement of truth")
                .contains("that they made this statement of their own free will")
                .contains("Reading back", "Interpreter’s certificate", "I interpreted faithfully.");
    }

    @Test
    void marksATranslationAsOneAndPutsItAfterTheOriginal() throws IOException {
        String text = preview("fr", "On m’a emmené de nuit.");

        assertThat(text).contains("TRANSLATION", "Translation into English", "The original in French");
        assertThat(text.indexOf("They took me to the hospital")).isGreaterThan(text.indexOf("On m’a emmené"));
        assertThat(text).contains("[This paragraph is not translated.]");
    }

    @Test
    void printsTheStatementOfTruthInTheLanguageOfTheWitness() throws IOException {
        assertThat(preview("ug", "گەپ")).contains("راست ئىكەنلىكىگە ئىشىنىمەن");
    }

    @Test
    void givesTheSameBytesTwice() {
        byte[] first = StatementPreview.pdf(Plans.testimony("ar", "كلام", 3), "W-0007", 1, Locale.ENGLISH);

        assertThat(StatementPreview.pdf(Plans.testimony("ar", "كلام", 3), "W-0007", 1, Locale.ENGLISH))
                .isEqualTo(first);
    }
}
