package org.cairn.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which pages a PDF has, whatever became of the way to them.
class OpenedPdfTest {

    /// The widths of its pages, which tell them apart; 0 where none is said. The library finds the same.
    record Found(List<Integer> widths, boolean damaged, String text) {}

    static Found open(byte[] pdf) throws IOException {
        return open(pdf, "");
    }

    static Found open(byte[] pdf, String password) throws IOException {
        try (OpenedPdf opened =
                OpenedPdf.open(new RandomAccessReadBuffer(pdf), password, IOUtils.createMemoryOnlyStreamCache())) {
            List<COSDictionary> library = new ArrayList<>();
            for (PDPage page : opened.document().getPages()) {
                library.add(page.getCOSObject());
            }
            assertThat(library).isEqualTo(opened.pages());
            assertThat(opened.document().getNumberOfPages())
                    .isEqualTo(opened.pages().size());
            List<Integer> widths =
                    opened.pages().stream().map(OpenedPdfTest::width).toList();
            return new Found(widths, opened.damaged(), new PDFTextStripper().getText(opened.document()));
        }
    }

    private static int width(COSDictionary page) {
        COSArray box = page.getCOSArray(COSName.MEDIA_BOX);
        return box != null && box.getObject(2) instanceof COSNumber width ? width.intValue() : 0;
    }

    static String page(int width, String more) {
        return "<</Type/Page/MediaBox[0 0 " + width + " 99]" + more + ">>";
    }

    static List<Integer> widths(String... objects) throws IOException {
        return open(BrokenPdf.written(List.of(objects))).widths();
    }

    @Test
    void believesAWholeFile() throws IOException {
        Found found = open(BrokenPdf.of(3).bytes());

        assertThat(found.widths()).containsExactly(101, 102, 103);
        assertThat(found.damaged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Catalog", "Pages"})
    void findsThePagesOfAFileWhoseRootIsDestroyed(String type) throws IOException {
        Found found = open(BrokenPdf.of(3).without(type).bytes());

        assertThat(found.widths()).containsExactly(101, 102, 103);
        assertThat(found.text()).containsSubsequence("first", "second", "third");
        assertThat(found.damaged()).isTrue();
    }

    @Test
    void findsThemWhereAllThatLeadsToThemIsGone() throws IOException {
        BrokenPdf broken = BrokenPdf.of(3)
                .without("Catalog")
                .without("Pages")
                .with("(?s)xref\\s+0 .*", "")
                .with("/Parent", "/Parxnt");

        assertThat(open(broken.bytes()).widths()).containsExactly(101, 102, 103);
    }

    @ParameterizedTest
    @CsvSource({
        "/Root,/Rxxt",
        "/Kids,/Kxds",
        "/Root 1 0,/Root 9 9",
        "/Catalog,/Xatalog",
        "startxref\\s+\\d+,startxref 99999999"
    })
    void findsThemWhereAWordOfTheWayIsWrong(String word, String wrong) throws IOException {
        assertThat(open(BrokenPdf.of(2).with(word, wrong).bytes()).widths()).containsExactly(101, 102);
    }

    @ParameterizedTest
    @CsvSource({
        "/Count 2000000000, true",
        "/Count 5, true",
        "/Count 0, false",
        "/Count 1, false",
        "/Count -7, false",
        "/Cxxxt 3, false"
    })
    void countsPagesAndDoesNotBelieveANumberOfThem(String lie, boolean damaged) throws IOException {
        Found found = open(BrokenPdf.of(3).with("/Count 3", lie).bytes());

        assertThat(found.widths()).containsExactly(101, 102, 103);
        assertThat(found.damaged()).isEqualTo(damaged);
    }

    @Test
    void countsPagesOfBranchesThatLie() throws IOException {
        assertThat(widths(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Count 3/Kids[3 0 R 6 0 R]>>",
                        "<</Type/Pages/Count 2000000000/Parent 2 0 R/Kids[4 0 R 5 0 R]>>",
                        page(10, ""),
                        page(20, ""),
                        page(30, "")))
                .containsExactly(10, 20, 30);
    }

    @Test
    void keepsTheOrderOfBranchesThatAreLeft() throws IOException {
        assertThat(widths(
                        "(no root)",
                        "(no root of the pages)",
                        "<</Type/Pages/Count 2/Parent 2 0 R/Kids[6 0 R 5 0 R]>>",
                        page(10, "/Parent 7 0 R"),
                        page(20, "/Parent 3 0 R"),
                        page(30, "/Parent 3 0 R")))
                .containsExactly(10, 30, 20);
    }

    @Test
    void putsThePagesOfALostBranchWhereItWas() throws IOException {
        Found found = open(BrokenPdf.written(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 4/Kids[6 0 R 3 0 R 7 0 R]>>",
                "(a branch)",
                page(20, "/Parent 3 0 R"),
                page(30, "/Parent 3 0 R"),
                page(10, "/Parent 2 0 R"),
                page(40, "/Parent 2 0 R"))));

        assertThat(found.widths()).containsExactly(10, 20, 30, 40);
        assertThat(found.damaged()).isTrue();
    }

    @Test
    void keepsTheNumberOfAPageThatIsNotThere() throws IOException {
        Found found = open(BrokenPdf.written(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 3/Kids[3 0 R 9 0 R 4 0 R]>>",
                page(10, "/Parent 2 0 R"),
                page(30, "/Parent 2 0 R"))));

        assertThat(found.widths()).containsExactly(10, 0, 30);
        assertThat(found.damaged()).isTrue();
    }

    @Test
    void leavesOutAPageThatSomebodyTookOut() throws IOException {
        assertThat(widths(
                        "(no root)",
                        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                        page(10, "/Parent 2 0 R"),
                        page(20, "/Parent 2 0 R")))
                .containsExactly(10);
    }

    @Test
    void keepsWhatCanBeReadOfAPageThatIsBrokenItself() throws IOException {
        assertThat(widths(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
                        "<</Type/Page/Resources<</Font ]>>/Parent 2 0 R/MediaBox[0 0 10 99]>>",
                        page(20, "/Parent 2 0 R")))
                .containsExactly(10, 20);
    }

    @Test
    void findsPagesThatLiePackedBesideSomethingBroken() throws IOException {
        String broken = "<</A 5 0 l>> ";
        String box = "[0 0 10 99] ";
        String page = "<</Type/Page/MediaBox 5 0 R>>";
        String head = "3 0 5 " + broken.length() + " 4 " + (broken + box).length() + " ";
        String packed = head + broken + box + page;

        assertThat(widths(
                        "(no root)",
                        "<</Type/ObjStm/N 3/First " + head.length() + "/Length " + packed.length() + ">>stream\n"
                                + packed + "\nendstream"))
                .containsExactly(10);
    }

    @Test
    void takesNoPageOfAFileWithinTheFile() throws IOException {
        String within = "9 0 obj\n" + page(99, "") + "\nendobj\n";

        assertThat(widths(
                        "(no root)",
                        "<</Type/EmbeddedFile/Length " + within.length() + ">>stream\n" + within + "\nendstream",
                        page(10, "")))
                .containsExactly(10);
    }

    @Test
    void comesToTheEndOfATreeThatHoldsItself() throws IOException {
        assertThat(widths(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Count 9/Kids[3 0 R 2 0 R 4 0 R]>>",
                        page(10, ""),
                        "<</Type/Pages/Kids[2 0 R 4 0 R]>>"))
                .containsExactly(10);
    }

    @Test
    void comesToTheEndOfPagesThatAreNamedAMillionTimes() throws IOException {
        List<String> objects = new ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>"));
        for (int level = 0; level < 6; level++) {
            objects.add("<</Type/Pages/Count 9/Kids[" + ((level + 3) + " 0 R ").repeat(10) + "]>>");
        }
        objects.add(page(10, ""));

        try (OpenedPdf opened = OpenedPdf.open(
                new RandomAccessReadBuffer(BrokenPdf.written(objects)), "", IOUtils.createMemoryOnlyStreamCache())) {
            assertThat(opened.pages()).hasSize(PageWalk.MOST_PAGES);
            assertThat(opened.damaged()).isTrue();
        }
    }

    @Test
    void saysOfALockedFileWithoutARootThatItIsLocked() throws IOException {
        byte[] locked = BrokenPdf.locked(2, "secret").with("/Root", "/Rxxt").bytes();

        assertThatThrownBy(() -> open(locked)).isInstanceOf(InvalidPasswordException.class);
        assertThat(open(locked, "secret").text()).containsSubsequence("first", "second");
    }

    static byte[] both(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void opensAFileThatWasLockedOnceAndIsNoLonger() throws IOException {
        String lock = "a".repeat(32);
        byte[] locked = ("%PDF-1.4\n90 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O(" + lock + ")/U(" + lock
                        + ")>>\nendobj\ntrailer\n<</Encrypt 90 0 R/ID[<00><00>]>>\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] open =
                BrokenPdf.of(3).with("(?s)xref\\s+0 .*?trailer", "trailer").bytes();

        assertThat(open(both(locked, open)).widths()).containsExactly(101, 102, 103);
    }

    @Test
    void believesALockThatTheFirstOfTwoTrailersNames() {
        byte[] locked = BrokenPdf.locked(2, "secret")
                .with("trailer\\s+<<", "trailer\n<</Prev 99999999")
                .with("startxref\\s+\\d+", "startxref 99999999")
                .bytes();
        byte[] trailer = "\ntrailer\n<</Size 9/Root 1 0 R>>\n".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> open(both(locked, trailer))).isInstanceOf(InvalidPasswordException.class);
    }

    @Test
    void refusesWhatHoldsNoPage() {
        assertThatThrownBy(() ->
                        open(BrokenPdf.of(1).without("Catalog").without("Page").bytes()))
                .isInstanceOf(IOException.class);
    }
}
