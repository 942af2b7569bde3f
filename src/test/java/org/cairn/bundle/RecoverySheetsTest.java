package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.typeset.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoverySheetsTest {

    private static final List<String> PHRASE =
            List.of("lantern", "orchard", "gravel", "meadow", "saddle", "thimble", "walnut", "pebble");

    private static final RecoverySheets.Kit KIT = new RecoverySheets.Kit(
            "K7Q2", 2, PHRASE, List.of(groups("A"), groups("B"), groups("C")), LocalDate.of(2026, 3, 4));

    private static List<String> groups(String letter) {
        return IntStream.range(0, 16)
                .mapToObj(i -> i == 0 ? "K7Q2" : letter.repeat(2) + (10 + i))
                .toList();
    }

    private static List<String> pages(RecoverySheets.Kit kit, String language) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(RecoverySheets.pdf(kit, Locale.of(language)))) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "ar"})
    void givesInstructionsThePhraseAndEachShareAPageOfItsOwn(String language) throws IOException {
        List<String> pages = pages(KIT, language);
        assertThat(pages).hasSize(5).allSatisfy(page -> assertThat(page).contains("K7Q2"));
        assertThat(pages.get(0)).doesNotContain(PHRASE).doesNotContain("AA11", "BB11", "CC11");
        assertThat(pages.get(1)).contains(PHRASE).doesNotContain("AA11", "BB11", "CC11");
        assertThat(pages.get(2))
                .contains(groups("A"))
                .doesNotContain("BB11", "CC11")
                .doesNotContain(PHRASE);
        assertThat(pages.get(3))
                .contains(groups("B"))
                .doesNotContain("AA11", "CC11")
                .doesNotContain(PHRASE);
        assertThat(pages.get(4))
                .contains(groups("C"))
                .doesNotContain("AA11", "BB11")
                .doesNotContain(PHRASE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "ar"})
    void printsWordsAndGroupsInReadingOrderFromLeftToRight(String language) throws IOException {
        List<String> pages = pages(KIT, language);
        assertThat(pages.get(1).replaceAll("\\s+", " ")).contains("1 lantern 2 orchard 3 gravel", "8 pebble");
        assertThat(pages.get(3).replaceAll("\\s+", " ")).contains(String.join(" ", groups("B")));
    }

    @Test
    void saysNothingOfTheArchiveAndNothingSecretInTheFilesOwnData() {
        String raw = new String(RecoverySheets.pdf(KIT, Locale.ENGLISH), StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain(PHRASE).doesNotContain("BB11");
        assertThat(KIT).hasToString("Kit");
    }

    @Test
    void saysNoWordOfWhatItIsSetFrom() {
        Table table = new Table(List.of(), List.of(), List.of(Table.Row.of(PHRASE.toArray(String[]::new))), false);
        assertThat(table.toString()).doesNotContain(PHRASE);
        assertThat(table.rows().toString()).doesNotContain(PHRASE);
    }

    @Test
    void fitsEachPartOnOnePageAlsoForTheLargestKit() throws IOException {
        List<List<String>> eight = IntStream.range(0, 8)
                .mapToObj(i -> groups(String.valueOf((char) ('A' + i))))
                .toList();
        for (String language : List.of("en", "ar")) {
            assertThat(pages(new RecoverySheets.Kit("K7Q2", 5, PHRASE, eight, LocalDate.EPOCH), language))
                    .hasSize(10);
        }
    }
}
