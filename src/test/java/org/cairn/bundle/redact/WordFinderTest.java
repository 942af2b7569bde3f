package org.cairn.bundle.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WordFinderTest {

    private static Redacting redacting;

    @BeforeAll
    static void begin() {
        redacting = new Redacting();
    }

    @AfterAll
    static void end() {
        redacting.close();
    }

    private static List<Found> find(List<String> paragraphs, String... words) throws IOException {
        try (PDDocument document = Loader.loadPDF(Redacting.document(paragraphs))) {
            List<PDPage> pages = new ArrayList<>();
            document.getPages().forEach(pages::add);
            return new WordFinder(redacting.processes(), Progress.none()).find(pages, List.of(words));
        }
    }

    @Test
    void tellsWhichWordStandsWhereAndWhatIsAroundIt() throws IOException {
        List<Found> found = find(List.of("It was AMINATA Sow, they said, and Иван Пётров."), "Иван Петров", "Aminata");

        assertThat(found).extracting(Found::word).containsExactly(1, 0);
        assertThat(found.getFirst().itself()).isEqualTo("AMINATA");
        assertThat(found.getFirst().before()).isEqualTo("It was ");
        assertThat(found.getFirst().after()).startsWith(" Sow, they said");
        assertThat(found.getFirst().page()).isEqualTo(1);
        assertThat(found.getFirst().alone()).isTrue();
    }

    @Test
    void tellsAnAreaForEachLineThatAWordRunsOver() throws IOException {
        List<String> paragraphs = Stream.iterate("words", filler -> filler + " words")
                .limit(14)
                .map(filler -> filler + " and then Aminata Mariama Sow came in and stood there")
                .toList();

        List<Found> found = find(paragraphs, "Aminata Mariama Sow");

        assertThat(found).hasSize(14);
        List<Found> broken =
                found.stream().filter(one -> one.areas().size() > 1).toList();
        assertThat(broken).isNotEmpty().allSatisfy(one -> {
            assertThat(one.areas()).hasSize(2);
            assertThat(one.areas().get(1).y()).isGreaterThan(one.areas().get(0).bottom() - 0.01);
            assertThat(one.areas().get(1).x()).isLessThan(0.2);
        });
    }

    @Test
    void findsAWordThatRunsOverAPage() throws IOException {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            paragraphs.add("name" + i);
        }
        List<String> pairs = Stream.iterate(0, i -> i + 1)
                .limit(59)
                .map(i -> "name" + i + " name" + (i + 1))
                .toList();

        List<Found> found = find(paragraphs, pairs.toArray(String[]::new));

        assertThat(found.stream().filter(one -> one.spots().getLast().page() > one.page()))
                .isNotEmpty();
    }

    /// Everybody groups the digits of a telephone number in another way; all of it is taken out.
    @Test
    void findsATelephoneNumberHoweverItIsGrouped() throws IOException {
        List<Found> found = find(
                List.of("Call 998711234567 now.", "Call (998 71) 123 45 67 now.", "Call 0711234567.", "Page 71123."),
                "+998 71 123-45-67");

        assertThat(found).extracting(Found::itself).containsExactly("998711234567", "998 71) 123 45 67", "0711234567");
    }

    @Test
    void findsEveryPlaceAndMarksThoseWithinLongerWords() throws IOException {
        List<Found> found = find(List.of("Alima met Alimata; then ALIMA left."), "Alima");

        assertThat(found).extracting(Found::alone).containsExactly(true, false, true);
    }

    @Test
    void findsArabicAndChineseWithinTheirLines() throws IOException {
        List<Found> found = find(List.of("فتح الحارس عبد الرحيم الباب", "夜里看守张伟打开了门。"), "عبد الرحيم", "张伟");

        assertThat(found).extracting(Found::word).containsExactly(0, 1);
        assertThat(found.get(0).before()).isEqualTo("فتح الحارس ");
        assertThat(found.get(1).areas().getFirst().width()).isLessThan(0.06);
    }
}
