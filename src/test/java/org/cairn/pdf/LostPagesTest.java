package org.cairn.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.pdf.OpenedPdfTest.open;
import static org.cairn.pdf.OpenedPdfTest.page;
import static org.cairn.pdf.OpenedPdfTest.widths;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where pages go that a branch has lost, and that a branch without its list is taken for no page.
class LostPagesTest {

    private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R>>";

    /// As wide as they are shown, with what they take from branches above them.
    private static List<Integer> shown(String... objects) throws IOException {
        byte[] pdf = BrokenPdf.written(List.of(objects));
        try (OpenedPdf opened =
                OpenedPdf.open(new RandomAccessReadBuffer(pdf), "", IOUtils.createMemoryOnlyStreamCache())) {
            return IntStream.range(0, opened.pages().size())
                    .mapToObj(page ->
                            (int) opened.document().getPage(page).getMediaBox().getWidth())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Type/Pages/Count 3", "/Type/Pages", "/Count 3", ""})
    void findsThePagesOfARootThatHasLostItsList(String says) throws IOException {
        OpenedPdfTest.Found found = open(BrokenPdf.written(List.of(
                CATALOG,
                "<<" + says + "/MediaBox[0 0 99 99]/Kids 6 0 R>>",
                page(10, ""),
                page(20, "/Parent 2 0 R"),
                page(30, ""),
                "(a list)")));

        assertThat(found.widths()).containsExactly(10, 20, 30);
        assertThat(found.damaged()).isTrue();
    }

    @Test
    void findsThePagesOfABranchThatHasLostItsListAndWhatTheyTakeFromIt() throws IOException {
        assertThat(shown(
                        CATALOG,
                        "<</Type/Pages/Count 3/Kids[3 0 R 6 0 R]>>",
                        "<</Type/Pages/Count 2/Parent 2 0 R/MediaBox[0 0 77 99]/Kids 9 0 R>>",
                        "<</Type/Page/Parent 3 0 R>>",
                        page(20, "/Parent 3 0 R"),
                        page(30, "/Parent 2 0 R")))
                .containsExactly(77, 20, 30);
    }

    @Test
    void takesAPageThatNamesAListOfKidsThatIsNotThereForAPage() throws IOException {
        OpenedPdfTest.Found found = open(BrokenPdf.written(List.of(
                CATALOG,
                "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
                page(10, "/Parent 2 0 R/Kids 9 0 R"),
                page(20, "/Parent 2 0 R"))));

        assertThat(found.widths()).containsExactly(10, 20);
        assertThat(found.damaged()).isFalse();
    }

    @Test
    void putsNoPageThatSomebodyTookOutInThePlaceOfABrokenOne() throws IOException {
        assertThat(widths(
                        CATALOG,
                        "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
                        page(10, "/Parent 2 0 R"),
                        "(a page)",
                        page(99, "/Parent 2 0 R")))
                .containsExactly(10, 0);
    }

    @Test
    void putsAPageInThePlaceOfOneOfWhichNothingIsLeft() throws IOException {
        assertThat(widths(
                        CATALOG,
                        "<</Type/Pages/Count 2/Kids[3 0 R 9 0 R 5 0 R]>>",
                        page(10, "/Parent 2 0 R"),
                        page(20, "/Parent 2 0 R"),
                        page(30, "/Parent 2 0 R")))
                .containsExactly(10, 20, 30);
    }

    @Test
    void givesABrokenPageWhatTheBranchHasThatNamesIt() throws IOException {
        assertThat(shown(
                        CATALOG,
                        "<</Type/Pages/Count 2/MediaBox[0 0 77 99]/Kids[3 0 R 4 0 R]>>",
                        "<</Type/Page/Resources<</Font ]>>>>",
                        page(20, "/Parent 2 0 R")))
                .containsExactly(77, 20);
    }
}
